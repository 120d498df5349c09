import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { dataOf, labels } from '../support/seen';
import { temporaryFolder } from '../support/temporary-folder';

let home: BotAtHome;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
  // Tuesday, 10.00 in Tanah Grogot: the period of December has just opened.
  home = await botAtHome('2026-12-01T02:00:00Z', join(folder.path, 'aturan.json'));
});
afterEach(async () => {
  await home.stop();
  await folder.remove();
});

const joko = () => home.as(cast.joko);
const ratna = () => home.as(cast.ratna);
const policy = () => home.world.rules.policy();
const audit = async (did = 'changed') =>
  (await home.store.collection('audit').find({ did }).sort({ at: 1 }).toArray()).map(
    ({ who, what }) => [who as string, what as string],
  );
const idOf = async ({ id }: { readonly id: number }) =>
  (await home.world.people.byTelegram(id))?.id;
const sent = async (kind: string, { id }: { readonly id: number }) =>
  (await home.world.sent.ledger(new Date('2026-11-01'), new Date('2027-02-01')))
    .filter((row) => row.kind === kind && row.chat === id && row.state === 'sent')
    .map(({ at }) => at.toISOString().slice(0, 16));

const badValues = [
  ['Batas status', 'Batas aktif', '200', 'lebih kecil daripada batas diduga pasif'],
  ['Batas status', 'Batas aktif', 'banyak', 'belum terbaca'],
  ['Batas status', 'Batas aktif', '0', 'bilangan bulat 1 sampai 3.650, misalnya 90'],
  ['Waktu kirim', 'Jam kirim pengelola', '11.00-08.00', 'perlu berurutan'],
  ['Waktu kirim', 'Jam kirim pengelola', '25.00-26.00', 'perlu antara 00:00 dan 24:00'],
  ['Waktu kirim', 'Hari kirim petugas', 'kapan saja', 'misalnya: Senin-Kamis'],
  ['Tindak lanjut', 'Memberi tahu kepala', '1', 'perlu berurutan'],
  ['Ritme dan sapaan', 'Ritme laporan', 'harian', 'misalnya: Bulanan'],
  ['Ritme dan sapaan', 'Batas pesan per bulan', '99', '0 sampai 31, misalnya 2'],
] as const;

describe('/pengaturan', () => {
  it('shows what is in force, and changes it from old to new', async () => {
    const { text } = await joko().goes('/pengaturan', '<Batas status>');
    expect(text).toContain('Batas status · semua BLK\n\n• Batas aktif: 90 hari\n');
    expect((await joko().goes('<Batas aktif>', '80')).text).toContain('Nilai: 90 hari → 80 hari');
    expect((await policy()).activeDays).toBe(90);
    expect((await joko().taps('Kirim')).text).toContain(
      '✅ Batas aktif untuk semua BLK: 90 hari → 80 hari.\nBerlaku mulai sekarang',
    );
    expect((await policy()).activeDays).toBe(80);
    expect((await joko().taps('Batas status')).text).toContain(
      '• Batas aktif: 80 hari (bawaan 90 hari)',
    );
    expect(await audit()).toEqual([
      [await idOf(cast.joko), 'Batas aktif, semua BLK: 90 hari → 80 hari'],
    ]);
  });

  it('refuses bad values with the reason and an example, and the old ones stay', async () => {
    const before = await policy();
    for (const [group, setting, value, why] of badValues) {
      await joko().goes('/pengaturan', `<${group}>`, `<${setting}>`, value);
      const { text } = joko().sees();
      expect(text).toMatch(/Mohon maaf, .*misalnya/u);
      expect(text).toContain(why);
      expect(text).toContain('Sekarang ');
      expect(labels(joko().sees())).not.toContain('Kirim');
      await joko().taps('Batal');
    }
    expect(await policy()).toEqual(before);
    expect(await audit()).toEqual([]);
  });

  it('refuses at the last moment what stopped making sense meanwhile', async () => {
    await joko().goes('/atur aktif', '150');
    const author = { id: 'OTHER', by: 'RATNA', at: home.clock.now() };
    await home.world.rules.change({ passiveDays: 120 }, author);
    const { text } = await joko().taps('Kirim');
    expect(text).toContain('lebih kecil daripada batas diduga pasif');
    expect((await policy()).activeDays).toBe(90);
  });

  it('gives one BLK a value of its own, which a change for all leaves alone', async () => {
    await ratna().goes('/pengaturan bina', '<Batas status>', '<Batas aktif>', '45', '<Kirim>');
    const { text } = await joko().goes('/atur aktif', '70', '<Kirim>');
    expect(text).toContain('Tidak ikut berubah, karena diatur sendiri: Bina Iman.');
    const ofAll = await policy();
    const own = await home.world.rules.policyOf({ id: 'bina-iman' });
    expect([ofAll.activeDays, own.activeDays]).toEqual([70, 45]);
    expect((await ratna().says('/pengaturan bina')).text).toContain(
      '• Batas aktif: 45 hari (umumnya 70 hari)',
    );
    expect((await ratna().says('/pengaturan')).text).toContain(
      'Punya pengaturan sendiri: Bina Iman.',
    );
    await ratna().goes('/atur aktif.bina-iman', '<Ikut yang umum: 70 hari>', '<Kirim>');
    expect((await home.world.rules.policyOf({ id: 'bina-iman' })).activeDays).toBe(70);
    expect((await ratna().says('/pengaturan bina')).text).toContain('mengikuti pengaturan umum');
  });

  it('keeps both changes of two people in the audit log, each with the old value it met', async () => {
    await ratna().goes('/atur kabar.bina-iman', '40');
    await joko().goes('/atur kabar.bina-iman', '50');
    await ratna().taps('Kirim');
    expect((await joko().taps('Kirim')).text).toContain('40 hari → 50 hari');
    const what = 'Batas belum ada kabar, BLK Bina Iman:';
    expect(await audit()).toEqual([
      [await idOf(cast.ratna), `${what} 60 hari → 40 hari`],
      [await idOf(cast.joko), `${what} 40 hari → 50 hari`],
    ]);
    expect((await joko().says('/atur kabar.bina-iman')).text).toMatch(
      /Terakhir diubah oleh Joko, Selasa, 1 Desember 2026 pukul 10\.0\d WITA\./u,
    );
  });

  it('saves a doubled tap once', async () => {
    await joko().goes('/atur aktif', '80');
    await joko().hurries('<Kirim>', '<Kirim>');
    const { changes } = await home.world.rules.sources();
    expect(changes).toHaveLength(1);
    expect(await audit()).toHaveLength(1);
  });
});

describe('the rights to settings', () => {
  it('are none of managers, heads and strangers, whose tries are written down', async () => {
    for (const member of [cast.hamdan, cast.anwar, cast.sari]) {
      for (const command of ['pengaturan', 'atur aktif.bina-iman', 'atur aktif', 'tambahhari'])
        expect((await home.as(member).says(`/${command}`)).text).toContain('belum tersedia');
      await home.as(member).forges('pengaturan:g.status.bina-iman');
    }
    expect(await audit('refused')).toHaveLength(15);
    expect((await home.world.rules.sources('bina-iman')).changes).toEqual([]);
  });

  it('of an officer end at the settings of all', async () => {
    const { text } = await ratna().goes('/pengaturan', '<Batas status>');
    expect(text).toContain('diubah oleh admin');
    expect(labels(ratna().sees())).toEqual(['Satu BLK', 'Pengaturan']);
    expect((await ratna().forges('atur:aktif')).text).toContain('diubah oleh admin');
    expect((await ratna().goes('/pengaturan', '<Hari libur>')).text).toContain('oleh admin');
    expect(labels(ratna().sees())).toEqual(['Pengaturan']);
    expect((await ratna().forges('hapushari')).text).toContain('belum tersedia');
    expect((await ratna().forges('atur:jam-dinas.bina-iman')).text).toContain('tidak ditemukan');
    expect((await audit('refused')).map(([, what]) => what)).toEqual([
      ...['settings of all', '/hapushari'],
    ]);
  });

  it('of an officer end at their regencies, also when they were narrowed on the way', async () => {
    await ratna().goes('/atur aktif.bina-iman', '45');
    const regencies = ['Kabupaten Berau'];
    const grants = [
      { role: 'officer', regencies, since: home.clock.now() },
      { role: 'manager', institution: 'bina-iman', since: home.clock.now() },
      { role: 'head', regencies: 'all', since: home.clock.now() },
    ];
    const people = home.store.collection('people');
    await people.updateOne({ telegramId: cast.ratna.id }, { $set: { grants } });
    expect((await ratna().taps('Kirim')).text).toContain('di luar wilayah tugas Anda');
    for (const data of ['pengaturan:i.bina-iman', 'pengaturan:g.status.bina-iman'])
      expect((await ratna().forges(data)).text).toContain('di luar wilayah tugas Anda');
    expect((await ratna().says('/pengaturan bina')).text).toContain('tidak ditemukan');
    expect((await home.world.rules.policyOf({ id: 'bina-iman' })).activeDays).toBe(90);
    expect(await audit('refused')).toEqual([[await idOf(cast.ratna), 'settings of bina-iman']]);
  });

  it('of an admin hold for every BLK, but change nothing through buttons that are none', async () => {
    await joko().says('/pengaturan');
    for (const ask of ['atur:', 'atur:__proto__', 'atur:aktif.nowhere', 'atur:jam-dinas.bina-iman'])
      expect((await joko().forges(ask)).text).toContain('tidak ditemukan');
    for (const ask of ['pengaturan:g.constructor', 'pengaturan:i.', 'pengaturan:g.status.'])
      expect((await joko().forges(ask)).text).toContain('tidak ditemukan');
    await joko().goes('/atur aktif.al-ikhsan', '45', '<Kirim>');
    expect((await home.world.rules.policyOf({ id: 'al-ikhsan' })).activeDays).toBe(45);
  });
});

describe('a changed setting', () => {
  it('moves the reminder of one BLK that was planned already', async () => {
    await home.playTo('2026-12-01T02:05:00Z');
    await ratna().goes('/atur pengingat.bina-iman', '2', '<Kirim>');
    await home.playTo('2026-12-09T00:00:00Z');
    expect(await sent('reminder', cast.hamdan)).toEqual(['2026-12-03T00:30']);
    expect(await sent('reminder', cast.maryam)).toEqual(['2026-12-08T00:30']);
  });

  it('of the rhythm of all asks in the new rhythm, without blame for the period given up', async () => {
    await home.playTo('2026-12-02T02:00:00Z');
    await joko().goes('/atur ritme', '<Mingguan>', '<Kirim>');
    await home.playTo('2026-12-07T02:00:00Z');
    expect(await sent('check-in', cast.hamdan)).toEqual(['2026-12-01T02:00', '2026-12-07T00:30']);
    const month = await home.world.expectations.of('bina-iman', '2026-12');
    expect(month).toMatchObject({ state: 'excused', excuse: 'rhythm-changed' });
    await joko().goes('/atur ritme', '<Bulanan>', '<Kirim>');
    await home.playTo('2026-12-07T02:10:00Z');
    const again = await home.world.expectations.of('bina-iman', '2026-12');
    expect(again?.state).toBe('expected');
    expect(again).not.toHaveProperty('excuse');
    expect(await sent('check-in', cast.hamdan)).toHaveLength(2);
  });

  it('of the rhythm of one BLK asks that one alone', async () => {
    await home.playTo('2026-12-02T02:00:00Z');
    await ratna().goes('/atur ritme.bina-iman', '<Mingguan>', '<Kirim>');
    await home.playTo('2026-12-07T02:00:00Z');
    expect(await sent('check-in', cast.hamdan)).toHaveLength(2);
    expect(await sent('check-in', cast.maryam)).toHaveLength(1);
    expect((await ratna().says('/pengaturan bina')).text).toContain(
      '• Ritme laporan: Mingguan (umumnya Bulanan)',
    );
  });

  it('of the hours of managers holds for what is planned', async () => {
    await home.playTo('2026-12-01T02:05:00Z');
    await joko().goes('/atur jam', '14.00-15.00', '<Kirim>');
    await home.playTo('2026-12-09T00:00:00Z');
    expect(await sent('reminder', cast.hamdan)).toEqual(['2026-12-08T06:00']);
  });
});

describe('file and command', () => {
  const edit = (content: object) =>
    writeFile(join(folder.path, 'aturan.json'), JSON.stringify(content));

  it('do not overwrite each other silently: the command wins and both sides are told', async () => {
    await edit({ ambang: { hari_aktif: 70 } });
    await home.playTo('2026-12-01T02:01:00Z');
    const { text } = await joko().goes('/atur aktif', '80', '<Kirim>');
    expect(text).toContain('70 hari → 80 hari');
    expect(text).toContain('Di berkas aturan.json tertulis 70 hari. Selama diatur di sini');
    await edit({ ambang: { hari_aktif: 75 } });
    await home.playTo('2026-12-01T02:02:00Z');
    expect((await policy()).activeDays).toBe(80);
    expect(joko().sees().text).toContain(
      'Batas aktif: 70 hari → 75 hari; yang berlaku tetap 80 hari dari /pengaturan',
    );
    expect((await joko().says('/pengaturan')).text).toContain(
      '• Batas aktif: 80 hari (di berkas 75 hari, tidak dipakai)',
    );
    await joko().goes('/atur aktif', '<Ikut berkas: 75 hari>', '<Kirim>');
    expect((await policy()).activeDays).toBe(75);
    expect((await audit()).map(([who, what]) => [who === 'aturan.json', what])).toEqual([
      [true, 'Batas aktif: 90 hari → 70 hari'],
      [false, 'Batas aktif, semua BLK: 70 hari → 80 hari'],
      [true, 'Batas aktif: 70 hari → 75 hari; yang berlaku tetap 80 hari dari /pengaturan'],
      [false, 'Batas aktif, semua BLK: 80 hari → 75 hari'],
    ]);
  });

  it('show an admin what is set and not in force', async () => {
    await joko().goes('/atur aktif', '150', '<Kirim>');
    await edit({ ambang: { hari_diduga_pasif: 120 } });
    await home.playTo('2026-12-01T02:02:00Z');
    expect((await joko().says('/pengaturan')).text).toContain(
      '⚠️ Belum dipakai – Batas aktif perlu lebih kecil daripada',
    );
  });
});

it('keeps every button of the settings short enough for the longest id', async () => {
  const id = 'x'.repeat(32);
  const [first] = await home.world.institutions.within({ institutions: [], regencies: 'all' });
  if (!first) throw new Error('There is no institution');
  await home.world.institutions.found([{ ...first, id, name: 'BLK Komunitas Panjang' }]);
  await joko().says('/pengaturan panjang');
  for (const group of ['Batas status', 'Ritme', 'Waktu kirim', 'Tindak lanjut']) {
    await joko().taps(group);
    expect(dataOf(joko().sees(), 'BLK Panjang')).toBe(`pengaturan:i.${id}`);
    await joko().taps('BLK Panjang');
  }
});
