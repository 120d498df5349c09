import { cast } from '../../src/cast';
import { drawSample } from '../../src/playground/image';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { aNil, anActivity } from '../support/reports';
import { labels } from '../support/seen';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

const idOf = (n: number) => `ABCDEFGH${String(n).padStart(2, '0')}`;
const hourOf = (n: number) => new Date(home.clock.now().getTime() - (12 - n) * 3_600_000);
const titles = () => labels(home.as(cast.hamdan).sees()).filter((label) => label.includes('·'));

describe('/riwayat', () => {
  it('says kindly that nothing is there yet, and where to begin', async () => {
    const rahmat = home.as(cast.rahmat);
    expect((await rahmat.says('/riwayat')).text).toContain('Belum ada laporan.');
    expect(labels(rahmat.sees())).toEqual(['Lapor kegiatan']);
  });

  it('shows twelve reports on three pages, newest first', async () => {
    for (let n = 1; n <= 12; n += 1)
      await home.world.reports.submitNil(aNil({ id: idOf(n), reportedAt: hourOf(n) }));
    const hamdan = home.as(cast.hamdan);
    expect((await hamdan.says('/riwayat')).text).toContain('12 laporan');
    expect(titles()).toHaveLength(5);
    expect(labels(hamdan.sees())).not.toContain('‹ Lebih baru');
    await hamdan.goes('<Lebih lama ›>', '<Lebih lama ›>');
    expect(titles()).toHaveLength(2);
    expect(labels(hamdan.sees()).at(-1)).toBe('‹ Lebih baru');
    await hamdan.taps('‹ Lebih baru');
    expect(titles()).toHaveLength(5);
  });

  it('opens one and leads back to the list', async () => {
    await home.world.reports.submitActivity(
      anActivity({ id: idOf(13), reportedAt: home.clock.now() }),
    );
    const hamdan = home.as(cast.hamdan);
    await hamdan.goes('/riwayat', '<Kelas singkat>');
    expect(hamdan.sees().text).toContain('Topik: Mengetik\nTanggal: Jumat, 20 November 2026');
    expect(hamdan.sees().text).toContain('Senin, 23 November 2026 pukul 09.00');
    expect(labels(hamdan.sees())).not.toContain('Lihat 0 foto');
    await hamdan.taps('Kembali ke daftar');
    expect(titles()).toHaveLength(5);
  });

  it('shows the photos of one', async () => {
    const hamdan = home.as(cast.hamdan);
    await hamdan.goes('/lapor', '<Produksi>', 'Spanduk', '<Hari ini>');
    for (const seed of [1, 2])
      await hamdan.settled(home.telegram.sendsPhoto(hamdan.id, drawSample(seed, 16, 12)).updateId);
    await hamdan.goes('<Selesai>', '<Kirim>', '<Lihat laporan>', '<Lihat 2 foto>');
    const shown = hamdan.chat().filter(({ from, media }) => from.isBot && media?.kind === 'photo');
    expect(shown).toHaveLength(2);
  });

  it.each(['h99999', 'h-1', '$gt', 'ABCDEFGH99', 'ABCDEFGH99.foto', '../..', 'x'.repeat(300)])(
    'does not stumble over %s',
    async (ask) => {
      const { text } = await home.as(cast.hamdan).says(`/riwayat ${ask}`);
      expect(text).toMatch(/Riwayat laporan|tidak ada dalam riwayat BLK Anda/u);
    },
  );
});
