import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { receiptIn } from '../support/seen';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

const today = '2026-11-23';
const people = { men: 10, women: 6 };

/** What is said for each kind, and what its record holds beside what every record holds. */
const kinds: readonly (readonly [string, string, readonly string[], Record<string, unknown>])[] = [
  [
    'pelatihan_paket',
    'Pelatihan paket',
    ['Desain Grafis', '1 Oktober 2026', '31/10/2026', '<240>', '10 orang', 'enam', '9', '<Lewati>'],
    {
      details: {
        ...{ program: 'Desain Grafis', startsOn: '2026-10-01', endsOn: '2026-10-31' },
        ...{ lessonHours: 240, ...people, passedMen: 9, funding: 'APBN/Kemnaker' },
      },
      ...{ startsOn: '2026-10-01', endsOn: '2026-10-31', ...people },
    },
  ],
  [
    'pelatihan_mandiri',
    'Pelatihan mandiri/berbayar',
    ['Menjahit', 'kemarin', '24 nov', '1.250', '0', 'enam belas'],
    {
      details: {
        ...{ program: 'Menjahit', startsOn: '2026-11-22', endsOn: '2026-11-24' },
        ...{ lessonHours: 1250, men: 0, women: 16, funding: 'APBN/Kemnaker' },
      },
      ...{ startsOn: '2026-11-22', endsOn: '2026-11-24', men: 0, women: 16 },
    },
  ],
  [
    'kelas_singkat',
    'Kelas singkat santri/warga',
    ['Mengetik', '<Hari ini>', '<8>', '10', '6'],
    {
      details: { topic: 'Mengetik', heldOn: today, lessonHours: 8, ...people },
      ...{ startsOn: today, endsOn: today, ...people },
    },
  ],
  [
    'uji_kompetensi',
    'Uji kompetensi',
    ['Operator Komputer', '<Kemarin>', '10', '6', '16'],
    {
      details: { scheme: 'Operator Komputer', heldOn: '2026-11-22', ...people, competent: 16 },
      ...{ startsOn: '2026-11-22', endsOn: '2026-11-22', ...people },
    },
  ],
  [
    'pemagangan',
    'Pemagangan/OJT',
    ['CV Grafika', '<Hari ini>', '<Besok>', '10', '6'],
    {
      details: { partner: 'CV Grafika', startsOn: today, endsOn: '2026-11-24', ...people },
      ...{ startsOn: today, endsOn: '2026-11-24', ...people },
    },
  ],
  [
    'produksi_jasa',
    'Produksi/jasa/usaha BLK',
    ['Cetak spanduk', '<Hari ini>'],
    { details: { product: 'Cetak spanduk', heldOn: today } },
  ],
  [
    'inkubasi',
    'Pendampingan wirausaha',
    ['<Hari ini>', '10', '6'],
    { details: { heldOn: today, ...people }, ...people },
  ],
  [
    'penelusuran_alumni',
    'Kabar alumni',
    ['Paket 1', '6', '3', '4', 'tidak ada'],
    { details: { cohort: 'Paket 1', employed: 6, selfEmployed: 3, studying: 4, notYet: 0 } },
  ],
  [
    'rekrutmen',
    'Pembukaan pendaftaran',
    ['Desain Grafis', '<Besok>', '31 Desember 2026', '16', 'Usia 17 tahun\nBisa membaca'],
    {
      details: {
        ...{ program: 'Desain Grafis', opensOn: '2026-11-24', closesOn: '2026-12-31', quota: 16 },
        requirements: 'Usia 17 tahun\nBisa membaca',
      },
      ...{ startsOn: '2026-11-24', endsOn: '2026-12-31' },
    },
  ],
  [
    'perawatan',
    'Perawatan/kondisi alat',
    ['10 komputer', '<Rusak ringan>'],
    { details: { tool: '10 komputer', condition: 'Rusak ringan' } },
  ],
  [
    'rapat_mitra',
    'Rapat/kerja sama mitra',
    ['CV Grafika', 'Bersedia menerima 4 magang'],
    { details: { partner: 'CV Grafika', outcome: 'Bersedia menerima 4 magang' } },
  ],
  [
    'kunjungan',
    'Kunjungan petugas',
    ['Ibu Ratna', '12 dari 16 komputer berfungsi', 'Melengkapi data', '1 Desember 2026'],
    {
      details: {
        ...{ officer: 'Ibu Ratna', findings: '12 dari 16 komputer berfungsi' },
        ...{ followUp: 'Melengkapi data', dueOn: '2026-12-01' },
      },
    },
  ],
];

const hasFunding = (kind: string) => kind.startsWith('pelatihan');

describe('/lapor', () => {
  it('does not ask how many women passed when none took part', async () => {
    const hamdan = home.as(cast.hamdan);
    await hamdan.goes('/lapor', '<Pelatihan paket>', 'Las', '1 Oktober 2026', '31/10/2026');
    expect((await hamdan.goes('<240>', '16', '0')).text).toContain('laki-laki yang lulus');
    expect((await hamdan.goes('12')).text).toContain('sumber dananya');
    await hamdan.taps('Batal');
  });

  it('shows how many lesson hours a short class has', async () => {
    const hamdan = home.as(cast.hamdan);
    await hamdan.goes('/lapor', '<Kelas singkat>', 'Mengetik', '<Hari ini>');
    expect(hamdan.sees().text).toContain('Contoh: 8');
    await hamdan.taps('Batal');
  });

  it.each(kinds)('keeps every field of %s', async (kind, name, said, its) => {
    const hamdan = home.as(cast.hamdan);
    const funding = hasFunding(kind) ? ['<APBN/Kemnaker>'] : [];
    const receipt = await hamdan.goes('/lapor', name, ...said, ...funding, '<Lewati>', '<Kirim>');
    expect(receipt.text).toContain(`laporan ${name} dari BLK Bina Iman sudah kami terima`);

    const id = receiptIn(receipt);
    const person = await home.store.collection('people').findOne({ telegramId: hamdan.id });
    expect(await home.store.collection('reports').findOne({ _id: id as never })).toEqual({
      ...{ _id: id, sort: 'activity', institution: 'bina-iman', kind },
      ...{ startsOn: today, endsOn: today, men: 0, women: 0, photos: [] },
      ...{ reportedBy: person?._id, onBehalf: false, reportedAt: home.clock.now() },
      ...{ version: 1, review: 'received', changes: [] },
      ...its,
    });
  });
});
