import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { temporaryFolder } from '../support/temporary-folder';

let home: BotAtHome;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'aturan.json');
  home = await botAtHome('2026-12-01T02:00:00Z', path);
  await home.playTo('2026-12-01T02:05:00Z');
});
afterEach(async () => {
  await home.stop();
  await folder.remove();
});

const edit = (content: object | string) =>
  writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
const sent = async (kind: string, { id }: { readonly id: number }) =>
  (await home.world.sent.ledger(new Date('2026-11-01'), new Date('2027-02-01')))
    .filter((row) => row.kind === kind && row.chat === id && row.state === 'sent')
    .map(({ at }) => at.toISOString().slice(0, 16));
const rhythms = async () =>
  (await home.store.collection('institutions').find({}).sort({ _id: 1 }).toArray()).map(
    ({ rhythm }) => rhythm as string,
  );
const audit = async () =>
  (await home.store.collection('audit').find({ who: 'aturan.json' }).toArray()).map(
    ({ what }) => what as string,
  );
const told = () =>
  home
    .as(cast.joko)
    .chat()
    .map(({ text }) => text)
    .filter((text) => text.includes('aturan.json'));

describe('the editable file', () => {
  it('that was never edited is told to nobody and changes nothing', async () => {
    expect(told()).toEqual([]);
    expect(await audit()).toEqual([]);
    expect(await rhythms()).toEqual(['monthly', 'monthly', 'monthly']);
  });

  it('changes when the next message is sent, and says to the admins what it changed', async () => {
    await edit({ ambang: { hari_kerja_sampai_pengingat: 2 } });
    await home.playTo('2026-12-10T00:00:00Z');
    expect(await sent('check-in', cast.hamdan)).toEqual(['2026-12-01T02:00']);
    expect(await sent('reminder', cast.hamdan)).toEqual(['2026-12-03T00:30']);
    expect(told()).toEqual([
      'Berkas aturan.json diubah\n• Jarak pengingat: 5 hari kerja → 2 hari kerja',
    ]);
    expect(await audit()).toEqual(['Jarak pengingat: 5 hari kerja → 2 hari kerja']);
  });

  it('with a bad value is refused, says why, and leaves the old one in force', async () => {
    await edit({ ambang: { hari_kerja_sampai_pengingat: 2 } });
    await home.playTo('2026-12-01T02:06:00Z');
    await edit({ ambang: { hari_kerja_sampai_pengingat: 20 } });
    await home.playTo('2026-12-10T00:00:00Z');
    expect(await sent('reminder', cast.hamdan)).toEqual(['2026-12-03T00:30']);
    expect(told().at(-1)).toBe(
      'Pengaturan berikut belum dapat dipakai; yang lama tetap berlaku\n• aturan.json: Jarak pengingat perlu lebih kecil daripada jarak tugas petugas, misalnya 5 dan 10.',
    );
    expect(await audit()).toHaveLength(1);
  });

  it('moves what is planned when a day becomes a day off, or stops being one', async () => {
    const off = { tanggal: '2026-12-08', nama: 'Pilkada' };
    await edit({ libur_daerah: [off], bukan_libur: ['2026-12-25'] });
    await home.playTo('2026-12-26T00:00:00Z');
    expect(await sent('reminder', cast.hamdan)).toEqual(['2026-12-09T00:30']);
    const digests = (await sent('digest', cast.ratna)).map((at) => at.slice(0, 10));
    // At 07.30, which is the evening before in universal time.
    expect(digests).not.toContain('2026-12-07');
    expect(digests).toContain('2026-12-24');
    expect(await audit()).toEqual([
      '8 Des 2026: libur, Pilkada',
      '25 Des 2026: bukan hari libur lagi',
    ]);
  });

  it('gives a new rhythm to all, except to those that have one of their own', async () => {
    await home.world.institutions.change('al-ikhsan', { rhythm: 'two-weekly' });
    await edit({ ritme: 'mingguan', per_blk: { 'datu-ismail': { ritme: 'bulanan' } } });
    await home.playTo('2026-12-08T01:00:00Z');
    expect(await rhythms()).toEqual(['two-weekly', 'weekly', 'monthly']);
    expect((await sent('check-in', cast.hamdan)).map((at) => at.slice(0, 10))).toEqual([
      ...['2026-12-01', '2026-12-07'],
    ]);
    expect(await audit()).toEqual([
      'Ritme laporan: Bulanan → Mingguan',
      'Datu Ismail – Ritme laporan: Bulanan',
    ]);
  });

  it('gives way to a command, and says so', async () => {
    const author = { id: 'FORM', by: 'JOKO', at: home.clock.now() };
    await home.world.rules.change({ reminderWorkingDays: 3 }, author);
    await edit({ ambang: { hari_kerja_sampai_pengingat: 2 } });
    await home.playTo('2026-12-10T00:00:00Z');
    expect(await sent('reminder', cast.hamdan)).toEqual(['2026-12-07T00:30']);
    expect(told().at(-1)).toContain(
      'Jarak pengingat: 5 hari kerja → 2 hari kerja; yang berlaku tetap 3 hari kerja dari /pengaturan',
    );
  });

  it('that was changed while the bot was down is noticed at the start', async () => {
    await edit({ ambang: { hari_kerja_sampai_pengingat: 2 } });
    await home.restart();
    await home.playTo('2026-12-10T00:00:00Z');
    expect(await sent('reminder', cast.hamdan)).toEqual(['2026-12-03T00:30']);
    expect(told()).toHaveLength(1);
  });
});
