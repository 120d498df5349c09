import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { drawn } from '../support/talk';

const { ratna, joko } = cast;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
  await home.world.incidents.open({
    ...{ id: 'A123456789', institution: 'bina-iman', status: 'no-word' },
    ...{ openedAt: home.clock.now(), zone: 'Asia/Makassar', done: [], handlings: [] },
  });
}, 60_000);
afterAll(() => home.stop());

const linesOf = (member: { readonly id: number }) => drawn(home.as(member).sees()).split('\n');
const toldOfTakingOver = ({ id }: { readonly id: number }) =>
  home.telegram.chat(id).filter(({ text }) => text.includes('sekarang menangani'));
const contacts =
  'Kontak: Ustaz Hamdan, nomor telepon belum ada; Ustaz Yusuf, nomor telepon belum ada';

describe('Saya tangani', () => {
  it('asks until when, and says what that means', async () => {
    await home.as(ratna).says('/tangani A123456789');
    expect(linesOf(ratna).slice(0, 4)).toEqual([
      'Saya tangani · 1 dari 1',
      '',
      'Sampai kapan Anda menangani Bina Iman? Sebelum tanggal itu tidak ada pemberitahuan lanjutan.',
      '[3 hari, 26 Nov 2026]',
    ]);
    await home.as(ratna).goes('<7 hari>', '<Kirim>');
    expect(linesOf(ratna)).toEqual([
      'Baik, Bina Iman Anda tangani sampai Senin, 30 November 2026.',
      contacts,
      'Bila sudah selesai, silakan catat hasilnya.',
      '[Selesai ditangani]',
    ]);
  });

  it('names the colleague who said so before, and leaves it with them after Batal', async () => {
    const held =
      'Saat ini ditangani Ibu Ratna sampai Senin, 30 November 2026. Bila Anda melanjutkan, penanganannya beralih kepada Anda; bila tidak, silakan ketuk Batal.';
    await home.as(joko).says('/tangani A123456789');
    expect(linesOf(joko)[2]).toBe(held);
    await home.as(joko).taps('Batal');
    await home.as(joko).says('/tangani A123456789');
    expect(linesOf(joko)[2]).toBe(held);
    await home.as(ratna).settled();
    expect(toldOfTakingOver(ratna)).toEqual([]);
  });

  it('takes it over, and tells the colleague once, with thanks', async () => {
    await home.as(joko).taps('3 hari');
    await home.as(joko).hurries('<Kirim>', '<Kirim>');
    expect(linesOf(joko)[0]).toBe('Baik, Bina Iman Anda tangani sampai Kamis, 26 November 2026.');
    await home.as(ratna).settled();
    expect(toldOfTakingOver(ratna).map(({ text }) => text)).toEqual([
      'Bapak Joko sekarang menangani Bina Iman sampai Kamis, 26 November 2026. Terima kasih atas penanganannya.',
    ]);
    expect(toldOfTakingOver(joko)).toEqual([]);
    expect((await home.as(ratna).says('/tugas')).text).toContain(
      '1. Bina Iman: belum ada kabar, ditangani sampai Kamis, 26 November 2026',
    );
  });

  it('tells nobody when the same officer only needs longer', async () => {
    await home.as(joko).goes('/tangani A123456789', '<14 hari>', '<Kirim>');
    expect(linesOf(joko)[0]).toBe('Baik, Bina Iman Anda tangani sampai Senin, 7 Desember 2026.');
    await home.as(ratna).settled();
    expect([toldOfTakingOver(ratna).length, toldOfTakingOver(joko).length]).toEqual([1, 0]);
  });

  it('can be taken back by the first, and the other is told', async () => {
    await home.as(ratna).says('/tangani A123456789');
    expect(linesOf(ratna)[2]).toContain('Saat ini ditangani Bapak Joko');
    await home.as(ratna).goes('<3 hari>', '<Kirim>');
    await home.as(joko).settled();
    expect(toldOfTakingOver(joko).map(({ text }) => text)).toEqual([
      'Ibu Ratna sekarang menangani Bina Iman sampai Kamis, 26 November 2026. Terima kasih atas penanganannya.',
    ]);
  });
});
