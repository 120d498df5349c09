import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { dataOf, formOf, labels } from '../support/seen';
import type { Talker } from '../support/talk';

let home: BotAtHome;
let hamdan: Talker;
beforeAll(async () => {
  home = await botAtHome();
  hamdan = home.as(cast.hamdan);
});
afterAll(() => home.stop());

describe('the calendar', () => {
  beforeEach(async () => {
    await hamdan.goes('/lapor', '<Kelas singkat>', 'Mengetik');
  });
  afterEach(() => hamdan.says('/batal'));

  it('shows the month of today, in Indonesian, and goes back month by month', async () => {
    await hamdan.taps('Pilih di kalender');
    expect(labels(hamdan.sees()).slice(0, 10).join(' ')).toBe(
      '‹ November 2026 · Sn Sl Rb Km Jm Sb Mg',
    );
    expect(labels(hamdan.sees())).toContain('Hari ini, 23 Nov 2026');
    await hamdan.goes('<‹>', '<‹>');
    expect(labels(hamdan.sees())[1]).toBe('September 2026');
    await hamdan.taps('17');
    await hamdan.goes('8', '10', '6', '<Lewati>');
    expect(hamdan.sees().text).toContain('Tanggal: Kamis, 17 September 2026');
  });

  it('lets nobody tap a day to come where the activity is past', async () => {
    await hamdan.taps('Pilih di kalender');
    expect(labels(hamdan.sees())).toContain('23');
    expect(labels(hamdan.sees())).not.toContain('24');
    const before = hamdan.chat().length;
    await hamdan.forges(dataOf(hamdan.sees(), '·'));
    expect(hamdan.chat()).toHaveLength(before);
    expect(labels(hamdan.sees())).toContain('November 2026');
  });

  it('keeps within its months when a month is forged', async () => {
    await hamdan.forges(`f:${formOf(hamdan.sees())}:heldOn:m2031-01`);
    expect(labels(hamdan.sees())[1]).toBe('November 2026');
    await hamdan.forges(`f:${formOf(hamdan.sees())}:heldOn:m1999-99`);
    expect(labels(hamdan.sees())[1]).toBe('Oktober 2025');
  });

  it('keeps "kemarin" the day it was, also when the form is sent days later', async () => {
    await hamdan.goes('kemarin', '8', '10', '6', '<Lewati>');
    home.clock.advance(3 * 24 * 3_600_000);
    await hamdan.goes('/lapor', '<Lanjutkan>');
    expect(hamdan.sees().text).toContain('Tanggal: Minggu, 22 November 2026');
    home.clock.advance(-3 * 24 * 3_600_000);
  });
});

describe('a forged day', () => {
  beforeAll(() => hamdan.goes('/lapor', '<Kelas singkat>', 'Mengetik'));
  afterAll(() => hamdan.says('/batal'));

  it.each([
    ['tomorrow', '=2026-11-24', 'belum tiba'],
    ['long ago', '=2020-01-01', 'lebih dari setahun yang lalu'],
    ['no day', '=2026-02-30', 'tidak ada di kalender'],
    ['nonsense', '=DROP TABLE', 'belum terbaca'],
  ])('is refused and asked again: %s', async (_what, verb, why) => {
    await hamdan.forges(`f:${formOf(hamdan.sees())}:heldOn:${verb}`);
    expect(hamdan.sees().text).toContain(why);
    expect(hamdan.sees().text).toContain('Kapan kegiatannya?');
  });
});

describe('numbers', () => {
  beforeAll(() => hamdan.goes('/lapor', '<Kelas singkat>', 'Mengetik', '<Hari ini>'));

  it.each([
    ['banyak', 'belum terbaca. Silakan ketik angkanya saja, misalnya: 240'],
    ['10-12', 'perlu satu angka saja'],
    ['-5', 'tidak dapat kurang dari nol'],
    ['12,5', 'bilangan bulat tanpa koma'],
    ['9999', 'paling banyak 2.000'],
  ])(
    'that cannot be, such as %s, get one kind sentence and the question again',
    async (said, why) => {
      await hamdan.says(said);
      expect(hamdan.sees().text).toContain(why);
      expect(hamdan.sees().text).toContain('Berapa jam pelajaran');
    },
  );

  it('of participants cannot all be zero', async () => {
    await hamdan.goes('8', '0', 'tidak ada');
    expect(hamdan.sees().text).toContain('masih nol');
    await hamdan.goes('<Kembali>', '<Kembali>');
  });

  it('are read the Indonesian way and shown so', async () => {
    await hamdan.goes('1.250', '16 orang', 'enam belas', '<Lewati>');
    expect(hamdan.sees().text).toContain('Jam pelajaran (JP): 1.250');
    expect(hamdan.sees().text).toContain('Peserta laki-laki: 16');
    expect(hamdan.sees().text).toContain('Peserta perempuan: 16');
  });
});
