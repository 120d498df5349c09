import { cast } from '../../src/cast';
import { obstacleIds, obstacleLabel } from '../../src/domain/obstacle';
import { obstacleExample } from '../../src/domain/obstacle-example';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

const { hamdan, ratna } = cast;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
}, 60_000);
afterAll(() => home.stop());

/** What a person reads after choosing a kind: an example that fits it. */
const examples = [
  ['Dana belum tersedia', 'Dana bahan praktik belum ada sampai akhir tahun'],
  ['Instruktur belum ada', 'Instruktur menjahit pindah sejak Oktober'],
  ['Peralatan rusak atau kurang', '6 dari 16 komputer rusak sejak Oktober'],
  ['Izin belum selesai', 'NIB masih menunggu akta yayasan'],
  ['Akun SIAPkerja (dulu Sisnaker)', 'Kata sandi akun lembaga lupa'],
  ['Peserta belum cukup', 'Baru 7 orang yang mendaftar'],
  ['Listrik atau internet', 'Listrik sering padam pada siang hari'],
  ['Gedung perlu perbaikan', 'Atap ruang praktik bocor'],
  ['Status lahan belum jelas', 'Surat wakaf lahan belum keluar'],
  ['Kesibukan pondok', 'Santri ujian sampai pertengahan bulan'],
  ['Lainnya', 'Jalan ke pondok terputus karena banjir'],
] as const;

describe('/kendala', () => {
  it('has an example for every kind there is', () => {
    expect(examples.map(([label]) => label)).toEqual(obstacleIds.map(obstacleLabel));
  });

  it.each(examples)('asks for one sentence about “%s”, and shows one', async (label, example) => {
    const manager = home.as(hamdan);
    await manager.goes('/kendala', `<${label}>`);
    const question = `Silakan ceritakan dalam satu kalimat. Contoh: ${example}.`;
    expect(manager.sees().text.split('\n').slice(2)).toEqual([question]);
    expect((await manager.says('x')).text.split('\n').slice(2)).toEqual([
      `Mohon maaf, keterangan masih terlalu singkat. Silakan tulis sedikit lebih lengkap, misalnya: ${example}.`,
      '',
      question,
    ]);
    await manager.says('/batal');
  });

  it('asks the officer in words that fit the kind as well', async () => {
    const officer = home.as(ratna);
    await home.as(hamdan).goes('/kendala', '<Gedung>', 'Atap bocor', '<Kirim>');
    await officer.settled();
    await officer.goes('<Saya tangani>', '<Balas>');
    const { asked, answered, closed } = obstacleExample('gedung');
    expect(officer.sees().text).toContain(`Contoh: ${asked}`);
    await officer.goes('Apakah ada ruang lain?', '<Kirim>');
    await home.as(hamdan).settled();
    expect((await home.as(hamdan).taps('Balas')).text).toContain(`Contoh: ${answered}`);
    await officer.goes('<Selesai>', '<Teratasi>');
    expect(officer.sees().text).toContain(`Contoh: ${closed}`);
  });
});
