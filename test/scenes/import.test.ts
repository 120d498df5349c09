import { cast } from '../../src/cast';
import { sheets } from '../../src/adapters/spreadsheet/sheets';
import type { Table } from '../../src/ports/sheets';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { type Row, badWays, importHeadings, rowOf, tableOf } from '../support/imports';
import type { Talker } from '../support/talk';

let home: BotAtHome;
let ratna: Talker;
beforeAll(async () => {
  home = await botAtHome();
  ratna = home.as(cast.ratna);
});
afterAll(() => home.stop());

const csv = (table: Table) =>
  Buffer.from(table.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n'));

/** Sends a file to the form that asks for it, and lets it be checked. */
async function sends(bytes: Uint8Array, name = 'data blk.csv'): Promise<string> {
  await ratna.says('/impor');
  const upload = { name, type: 'application/octet-stream', bytes: Buffer.from(bytes) };
  await ratna.settled(home.telegram.sendsDocument(ratna.id, upload).updateId);
  home.telegram.taps(ratna.id, ratna.id, ratna.sees().id, 'Periksa berkas');
  await home.telegram.until(() => !preview().text.includes('ringkasan'), 50_000);
  await ratna.settled();
  return preview().text;
}

/** Waits for words of the bot as long as a large file takes on a busy machine. */
const until = (words: string) => home.telegram.until(() => preview().text.includes(words), 50_000);

const scopeOfRatna = (regencies: readonly string[] | 'all') =>
  home.store
    .collection('people')
    .updateOne({ telegramId: ratna.id }, { $set: { 'grants.0.regencies': regencies } });

/** The newest message of words: a file may come after it. */
const preview = () => {
  const said = ratna.chat().findLast(({ from, media }) => from.isBot && !media);
  if (!said) throw new Error('Nothing was said');
  return said;
};

/** The table in the newest file that the bot sent. */
async function fileSent(): Promise<Table> {
  const media = ratna.chat().findLast(({ from, media: any }) => from.isBot && any)?.media;
  const bytes = await home.world.files.fetch(media?.fileId ?? '', 5_000_000);
  const reading = await sheets.read(bytes ?? new Uint8Array(), { rows: 30_000, columns: 100 });
  if (!reading.ok) throw new Error(reading.why);
  return reading.table;
}

const everything = async () => {
  const rows = ['institutions', 'particulars', 'expiries'].map((name) =>
    home.store.collection(name).find({}).sort({ _id: 1 }).toArray(),
  );
  return JSON.stringify(await Promise.all(rows));
};

describe('/impor', () => {
  it('lists a few bad rows in the message itself, and takes the mended file back', async () => {
    const table = tableOf([{ Nama: 'LPK Cahaya', Kejuruan: '' }, { Nama: 'BLKK Cahaya' }]);
    expect(await sends(await sheets.write('BLK', table), 'a.xlsx')).toContain(
      '• Baris 2: Kejuruan masih kosong',
    );
    await ratna.taps('Impor 1 baris');
    const mended = [
      ['Baris', 'Masalah', ...importHeadings],
      ['2', 'Kejuruan masih kosong', ...rowOf({ Nama: 'LPK Cahaya', Jenis: 'LPK' })],
    ];
    expect(await sends(await sheets.write('BLK', mended), 'b.xlsx')).toContain('1 lembaga baru');
    await ratna.taps('Impor 1 baris');
    const found = home.store.collection('institutions').find({ name: /Cahaya$/u });
    expect((await found.toArray()).map(({ _id }) => String(_id)).sort()).toEqual([
      'cahaya',
      'cahaya-2',
    ]);
  });

  it('brings those that are there up to date and leaves alone what is not said', async () => {
    const table = tableOf([{ Nama: 'Pesantren Datu Ismail', Desa: 'Lolo', Peralatan: 'Las 2' }]);
    expect(await sends(csv(table))).toContain('1 diperbarui');
    await ratna.taps('Impor 1 baris');
    const datuIsmail = await home.store
      .collection('institutions')
      .findOne({ _id: 'datu-ismail' as never });
    expect(datuIsmail).toMatchObject({
      ...{ name: 'BLK Komunitas Pesantren Datu Ismail', village: 'Lolo', trade: 'Multimedia' },
      ...{ rhythm: 'monthly', restDay: 5 },
    });
    expect(await sends(csv(table))).toContain('1 sudah tersimpan dan sama');
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0, 0]), 'bukan Excel (.xlsx) atau CSV'],
    ['other columns', csv([['Nama', 'Alamat']]), 'belum ada dalam berkas: Kabupaten, Kecamatan'],
    ['six megabytes', Buffer.alloc(6_000_000, 'a'), 'Paling besar 5 MB'],
    ['too many rows', Buffer.from('a\n'.repeat(20_100)), 'barisnya terlalu banyak'],
  ])('says kindly that %s cannot be read', async (_what, bytes, words) => {
    expect(await sends(bytes)).toContain(words);
  });

  it('sends an example whose row is not imported', async () => {
    await ratna.says('/contohimpor');
    const table = await fileSent();
    expect(await sends(await sheets.write('BLK', table))).toContain('Baris contoh tidak diimpor');
  });

  it('lets nobody import what somebody else sent, nor outside their regencies', async () => {
    await sends(csv(tableOf([{ Nama: 'BLKK Seberang', Kabupaten: 'Kota Bontang' }])));
    const { callback_data: data } = preview()
      .rows.flat()
      .find(({ text }) => text.startsWith('Impor '))!;
    const joko = home.as(cast.joko);
    await joko.says('/blk');
    expect((await joko.forges(String(data))).text).toContain('impor ini tidak ditemukan');
    await scopeOfRatna(['Kabupaten Paser']);
    const before = await everything();
    await ratna.taps('Impor 1 baris');
    expect(await everything()).toBe(before);
  });
});

describe('a large file', () => {
  beforeAll(() => scopeOfRatna('all'));

  it('imports 4,700 of 5,000 rows, names the 300 bad ones, and nothing twice', async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => {
      const way = n % 50 < 3 ? badWays[((n - (n % 50)) / 50) % badWays.length] : undefined;
      const aid = { 'Tahun bantuan': '2020', 'Bentuk bantuan': 'Gedung' };
      const named = { Nama: `BLKK Nurul Iman ${n}` };
      return { row: { ...named, ...(way?.[0] ?? (n % 7 === 0 && aid)) }, why: way?.[1] };
    });
    const bad = rows.flatMap(({ why }, n) => (why === undefined ? [] : [[String(n + 2), why]]));
    const table = tableOf(rows.map(({ row }) => row));
    const there = await home.store.collection('institutions').countDocuments();
    const before = await everything();

    const text = await sends(csv(table));
    expect(bad).toHaveLength(300);
    expect(new Set(bad.map(([, why]) => why)).size).toBe(badWays.length);
    expect(text).toContain('300 baris belum dapat dimasukkan');
    expect(text).toContain('• Nama kosong: ');
    const [headings, ...named] = await fileSent();
    expect(headings).toEqual(['Baris', 'Masalah', ...importHeadings]);
    expect(named.map(([line, why]) => [line, why])).toEqual(bad);
    expect(await everything()).toBe(before);

    const { id } = preview();
    for (const _twice of [1, 2]) home.telegram.taps(ratna.id, ratna.id, id, 'Impor 4.700 baris');
    await until('Dari data blk.csv: 4.700 lembaga baru');
    await ratna.settled();
    expect(await home.store.collection('institutions').countDocuments()).toBe(there + 4_700);
    expect(await missing(rows)).toEqual([]);

    const after = await everything();
    expect(await sends(csv(table))).toContain('4.700 sudah tersimpan dan sama');
    expect(preview().text).toContain('Tidak ada yang perlu diimpor');
    expect(await everything()).toBe(after);
  });
});

/** The good rows that are not among the institutions, or without their aid. */
async function missing(rows: readonly { row: Row; why: string | undefined }[]) {
  const there = await home.store.collection('institutions').find({}).toArray();
  const named = new Map(there.map(({ name, _id }) => [String(name), String(_id)]));
  const aid: readonly unknown[] = await home.store
    .collection('particulars')
    .distinct('institution');
  return rows.filter(({ row, why }) => {
    const id = named.get(row['Nama'] ?? '');
    if (why !== undefined) return false;
    return id === undefined || (row['Tahun bantuan'] !== undefined) !== aid.includes(id);
  });
}
