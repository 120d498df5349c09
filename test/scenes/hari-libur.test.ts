import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

let home: BotAtHome;
beforeEach(async () => {
  home = await botAtHome('2026-12-01T02:00:00Z');
});
afterEach(() => home.stop());

const joko = () => home.as(cast.joko);
const audit = async () =>
  (await home.store.collection('audit').find({ did: 'changed' }).sort({ at: 1 }).toArray()).map(
    ({ what }) => what as string,
  );

describe('the days off', () => {
  it('can be added, with a name and a kind, and move what is planned', async () => {
    await home.playTo('2026-12-01T02:05:00Z');
    await joko().goes('/pengaturan', '<Hari libur>', '<Tambah hari>', '8 desember 2026');
    await joko().goes('<Cuti bersama>', 'Hari Jadi Paser', '<Kirim>', '<Hari libur>');
    expect(joko().sees().text).toContain(
      '• Selasa, 8 Desember 2026: Hari Jadi Paser (cuti bersama)',
    );
    await home.playTo('2026-12-10T00:00:00Z');
    const rows = await home.world.sent.ledger(new Date('2026-12-01'), new Date('2027-01-01'));
    const reminders = rows.filter(({ kind, chat }) => kind === 'reminder' && chat === 1001);
    expect(reminders.map(({ at }) => at.toISOString().slice(0, 16))).toEqual(['2026-12-09T00:30']);
    expect(await audit()).toEqual(['Cuti bersama 2026-12-08 ditambahkan: Hari Jadi Paser']);
  });

  it('can be chosen in a calendar', async () => {
    await joko().goes('/tambahhari', '<Pilih di kalender>', '<15>', '<Hari libur>', 'Pilkada');
    await joko().taps('Kirim');
    expect((await home.world.rules.calendar()).daysOff.get('2026-12-15' as never)).toMatchObject({
      ...{ kind: 'holiday', name: 'Pilkada' },
    });
  });

  it('can be taken back, whether they come from a command or from the decree', async () => {
    await joko().goes('/tambahhari', '29/12/2026', '<Hari libur>', 'Salah ketik', '<Kirim>');
    await joko().goes('/hapushari', '<29 Des 2026>', '<Hapus>');
    expect((await home.world.rules.calendar()).workingDays.size).toBe(0);
    await joko().goes('/hapushari', '24 desember', '<Hapus>', '<Hari libur>');
    const { text } = joko().sees();
    expect(text).not.toContain('Kamis, 24 Desember');
    expect(text).not.toContain('29 Desember');
    expect(text).toContain('Dijadikan hari biasa: 24 Des 2026.');
    await joko().goes('/tambahhari', '24/12/2026', '<Cuti bersama>', 'Natal', '<Kirim>');
    expect((await home.world.rules.calendar()).workingDays.size).toBe(0);
    expect(await audit()).toEqual([
      'Hari libur 2026-12-29 ditambahkan: Salah ketik',
      'Hari libur 2026-12-29 dihapus: Salah ketik',
      'Hari libur 2026-12-24 dihapus: Cuti bersama Natal',
      'Cuti bersama 2026-12-24 ditambahkan: Natal',
    ]);
  });

  it('are refused kindly where they make no sense', async () => {
    for (const [command, said, why] of [
      ['/tambahhari', '25 desember 2026', 'sudah tercatat sebagai Kelahiran'],
      ['/tambahhari', '1 januari 2031', 'terlalu jauh'],
      ['/tambahhari', '31 februari 2027', 'tidak ada di kalender'],
      ['/hapushari', '15 desember 2026', 'memang bukan hari libur'],
    ] as const) {
      expect((await joko().goes(command, said)).text).toContain(why);
      await joko().taps('Batal');
    }
    expect(await audit()).toEqual([]);
  });

  it('know the beginning of Ramadan as announced', async () => {
    await joko().goes('/awalbulan', '<Ramadan 1448 H>', '20 februari 2027');
    expect(joko().sees().text).toContain('terlalu jauh dari perhitungan');
    await joko().goes('<9 Feb 2027>', '<Kirim>', '<Hari libur>');
    expect(joko().sees().text).toContain('1 Ramadan 1448 H: 9 Feb 2027\n');
    expect((await home.world.rules.calendar()).hijriMonths).toEqual([
      { year: 1448, month: 9, startsOn: '2027-02-09' },
    ]);
  });
});
