import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dayAt } from '../../src/domain/day';
import { noticeVersion } from '../../src/domain/notice';
import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome, monday } from '../support/bot-at-home';
import { temporaryFolder } from '../support/temporary-folder';

let home: BotAtHome;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  home = await botAtHome(monday, join(folder.path, 'aturan.json'));
});
afterAll(async () => {
  await home.stop();
  await folder.remove();
});

const { hamdan, ratna, yusuf } = cast;

/** Every row of every collection in which one of these words stands. */
async function rowsWith(...words: readonly RegExp[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name } of await home.store.listCollections())
    for (const row of await home.store.collection(name).find().toArray()) {
      const text = `${name} ${JSON.stringify(row)}`;
      if (words.some((word) => word.test(text))) found.push(text);
    }
  return found;
}

const ofHamdan = [/hamdan/iu, /\b1001\b/u, /812\W*3456\W*7890/u];

/** Every file beside the database, and every line of the log, in which one of these words stands. */
async function filesWith(...words: readonly RegExp[]): Promise<readonly string[]> {
  const names = await readdir(folder.path);
  expect(names.toSorted()).toEqual(['aturan.json', 'aturan.json.berlaku']);
  const texts = await Promise.all(names.map((name) => readFile(join(folder.path, name), 'utf8')));
  return [...names, ...texts, ...home.log.lines].filter((text) =>
    words.some((word) => word.test(text)),
  );
}

/** The last file somebody was sent. */
async function lastFile(id: number): Promise<string> {
  const sent = await home.store
    .collection<{ act: { file: { base64: string } } }>('outbox')
    .find({ chat: id, 'act.do': 'file' })
    .sort({ order: -1 })
    .limit(1)
    .toArray();
  return Buffer.from(sent[0]?.act.file.base64 ?? '', 'base64').toString('utf8');
}

/** A row of a file that waits to be imported. */
const aRow = (line: number, phone: string) => ({
  ...{ line, equipment: [] },
  fields: {
    ...{ name: `BLKK Baru ${line}`, kind: 'BLKK' as const, trade: 'Barista', phone },
    ...{ regency: 'Kabupaten Paser', district: 'Kuaro' },
  },
});

it('gives everybody a copy of what is kept about them, and nothing about others', async () => {
  await home.as(hamdan).goes('/nomor', '0812 3456 7890', '<Kirim>');
  await home.as(hamdan).goes('/nihil', '<Dana belum tersedia>');
  await home.as(hamdan).goes('<Lewati>', '<Kirim>');
  await home.as(yusuf).says('/status');
  const said = await home.as(hamdan).says('/dataku');
  const copy = await lastFile(hamdan.id);
  expect(JSON.parse(copy)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ keterangan: 'Data diri, peran, dan persetujuan', jumlah: 1 }),
      expect.objectContaining({ keterangan: 'Laporan yang Anda kirim atau periksa', jumlah: 1 }),
    ]),
  );
  expect(copy).toContain('+6281234567890');
  expect(copy).not.toMatch(/Yusuf|1002/u);
  expect(JSON.stringify(home.as(hamdan).chat())).toContain('Berkas ini memuat semua');
  expect(said).toBeDefined();
});

it('does not put an earlier copy into the next one', async () => {
  const first = (await lastFile(hamdan.id)).length;
  await home.as(hamdan).says('/dataku');
  await home.as(hamdan).says('/dataku');
  expect((await lastFile(hamdan.id)).length).toBeLessThan(first * 3);
});

it('shows that a centre is called at their own number, and nothing of the numbers of others', async () => {
  await home.world.institutions.change('bina-iman', { phone: '+6281234567890' });
  await home.world.institutions.change('al-ikhsan', { phone: '+62811000111' });
  await home.as(hamdan).says('/dataku');
  const copy = await lastFile(hamdan.id);
  expect(JSON.parse(copy)).toContainEqual(
    expect.objectContaining({
      keterangan: 'BLK yang dicatat dengan nomor telepon Anda',
      jumlah: 1,
      isi: [expect.objectContaining({ _id: 'bina-iman', phone: '+6281234567890' })],
    }),
  );
  expect(copy).not.toContain('811000111');
  await home.as(yusuf).says('/dataku');
  expect(await lastFile(yusuf.id)).not.toMatch(/3456|811000111/u);
});

it('tells a stranger that there is nothing but their own chat', async () => {
  await home.as(cast.fauzi).says('/dataku');
  expect(JSON.parse(await lastFile(cast.fauzi.id))).not.toContainEqual(
    expect.objectContaining({ keterangan: 'Data diri, peran, dan persetujuan' }),
  );
});

it('forgets whoever asks, everywhere, and keeps the counts of the centre', async () => {
  await home.world.visits.add({
    ...{
      id: 'V0000000000000001',
      institution: 'bina-iman',
      manner: 'visit',
      on: dayAt(home.clock.now(), 'Asia/Makassar'),
    },
    ...{
      findings: 'Bertemu Ustaz Hamdan (1001), HP 0812-3456-7890.',
      confirms: 'unsure',
      followUps: [],
      photos: [],
    },
    ...{ by: 'X', at: home.clock.now() },
  });
  await home.world.imports.keep(
    {
      ...{ id: 'IMPORT0001', by: 'X', at: home.clock.now(), file: 'blk.xlsx' },
      ...{ added: 1, changed: 0, same: 0, bad: [] },
    },
    [aRow(2, '+6281234567890'), aRow(3, '+62811000111')],
  );
  expect((await rowsWith(...ofHamdan)).length).toBeGreaterThan(5);
  const card = await home.as(hamdan).goes('/hapusdata', '<Ya, saya mengerti>');
  expect(card.text).toContain('tidak dapat dikembalikan');
  await home.as(hamdan).taps('Hapus data saya');
  expect(home.as(hamdan).sees().text).toContain('Data Anda kami hapus');
  expect(await home.world.people.byTelegram(hamdan.id)).toBeUndefined();

  await home.playTo('2026-11-23T01:40:00Z');
  expect(await rowsWith(...ofHamdan)).toEqual([]);
  expect(await filesWith(...ofHamdan)).toEqual([]);
  const centres = await home.store.collection('institutions').find().toArray();
  expect(centres.flatMap(({ phone }) => (phone === undefined ? [] : [String(phone)]))).toEqual([
    '+62811000111',
  ]);
  const part = await home.world.imports.nextPart('IMPORT0001');
  expect(part?.rows).toEqual([
    { ...aRow(2, ''), fields: expect.not.objectContaining({ phone: expect.anything() }) },
    aRow(3, '+62811000111'),
  ]);
  const visit = await home.store.collection('visits').findOne({ findings: { $exists: true } });
  expect(visit?.['findings']).toBe(
    'Bertemu Ustaz [nama dihapus] ([nomor dihapus]), HP [nomor dihapus].',
  );
  expect(await home.store.collection('reports').countDocuments({ institution: 'bina-iman' })).toBe(
    1,
  );
});

it('tells the officers that the centre has lost a contact, without saying whom', () => {
  const told = home
    .as(ratna)
    .chat()
    .filter(({ text }) => text.includes('meminta datanya dihapus'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).not.toMatch(/hamdan/iu);
});

it('asks them as a stranger from then on', async () => {
  const before = await home.store.collection('reports').countDocuments();
  await home.as(hamdan).says('/lapor');
  expect(home.as(hamdan).sees().text).toContain('belum tersedia');
  expect(await home.store.collection('reports').countDocuments()).toBe(before);
});

it('shows the newer notice to those who agreed to an older one, and keeps that they agreed', async () => {
  await home.store
    .collection('people')
    .updateOne({ telegramId: yusuf.id }, { $set: { 'consent.version': 1 } });
  const page = await home.as(yusuf).says('/privasi');
  expect(page.text).toContain('diperbarui sejak Anda menyetujuinya');
  await home.as(yusuf).taps('Saya setuju');
  expect(home.as(yusuf).sees().text).toContain('persetujuan Anda sudah kami catat');
  expect((await home.world.people.byTelegram(yusuf.id))?.consent?.version).toBe(noticeVersion);
});
