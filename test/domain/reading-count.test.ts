import fc from 'fast-check';
import { readCount, shownCount } from '../../src/domain/reading-count';

const men = { max: 5000, of: 'jumlah peserta laki-laki' };
const read = (text: string) => readCount(text, men);

describe('reading a count', () => {
  it.each([
    ['16', 16],
    [' 16 ', 16],
    ['16.', 16],
    ['016', 16],
    ['16 orang', 16],
    ['16orang', 16],
    ['16 Orang Peserta', 16],
    ['16 santri putri', 16],
    ['240 JP', 240],
    ['1.250', 1250],
    ['1 250', 1250],
    ['1.250 orang', 1250],
    ['1250', 1250],
    ['0', 0],
    ['nol', 0],
    ['tidak ada', 0],
    ['Tidak ada peserta', 0],
    ['belum ada', 0],
    ['-', 0],
    ['–', 0],
    ['±16', 16],
    ['sekitar 16', 16],
    ['kurang lebih 16 orang', 16],
    ['~ 16', 16],
    ['１６', 16],
    ['١٦', 16],
    ['۱۶', 16],
    ['satu', 1],
    ['sepuluh', 10],
    ['sebelas', 11],
    ['enam belas', 16],
    ['Enambelas orang', 16],
    ['dua puluh', 20],
    ['dua puluh lima', 25],
    ['duapuluh lima', 25],
    ['seratus', 100],
    ['seratus satu', 101],
    ['dua ratus sepuluh', 210],
    ['tiga ratus sebelas', 311],
    ['sembilan ratus sembilan puluh sembilan', 999],
    ['16 (enam belas)', 16],
    ['enam belas (16) orang', 16],
    ['5.000', 5000],
  ])('understands %j as %d', (text, expected) => {
    expect(read(text)).toEqual({ ok: true, value: expected });
  });

  it('understands a million', () => {
    expect(readCount('1.250.000', { max: 2_000_000, of: 'jumlah' })).toEqual({
      ok: true,
      value: 1_250_000,
    });
  });

  it.each([
    ['', 'belum terbaca'],
    ['banyak', 'belum terbaca'],
    ['orang', 'belum terbaca'],
    ['1e3', 'belum terbaca'],
    ['0x10', 'belum terbaca'],
    ['16 dan 4', 'belum terbaca'],
    ['16 (dua belas)', 'belum terbaca'],
    ['belas', 'belum terbaca'],
    ['puluh lima', 'belum terbaca'],
    ['sepuluh lima', 'belum terbaca'],
    ['()', 'belum terbaca'],
    ['1,250', 'tanpa koma'],
    ['16,5', 'tanpa koma'],
    ['16.5', 'tanpa koma'],
    ['1.25', 'tanpa koma'],
    ['1.2500', 'tanpa koma'],
    ['1250.000', 'tanpa koma'],
    ['10-12', 'satu angka saja'],
    ['10 – 12 orang', 'satu angka saja'],
    ['10 sampai 12', 'satu angka saja'],
    ['10 s/d 12', 'satu angka saja'],
    ['-5', 'kurang dari nol'],
    ['−5 orang', 'kurang dari nol'],
    ['5.001', 'paling banyak 5.000'],
    ['9'.repeat(200), 'paling banyak 5.000'],
    ['9'.repeat(201), 'belum terbaca'],
    ['16 (enam belas) '.repeat(20), 'belum terbaca'],
    ['orang '.repeat(1_700), 'belum terbaca'],
    ['16 '.repeat(3_300), 'belum terbaca'],
  ])('answers %j with one kind sentence and an example', (text, part) => {
    const reading = read(text);
    const why = reading.ok ? '' : reading.why;
    expect(why).toContain(part);
    expect(why).toMatch(/^Mohon maaf, jumlah peserta laki-laki .*misalnya: 16\.$/);
  });

  it('says exactly this when nothing could be read', () => {
    expect(read('abc')).toEqual({
      ok: false,
      why: 'Mohon maaf, jumlah peserta laki-laki belum terbaca. Silakan ketik angkanya saja, misalnya: 16.',
    });
  });

  it('gives the example it was asked to give', () => {
    const reading = readCount('?', { max: 2000, of: 'jumlah jam pelajaran', example: 1240 });
    expect(reading).toEqual({ ok: false, why: expect.stringContaining('misalnya: 1.240.') });
  });

  it('reads back every count the way the bot shows it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999 }), (count) => {
        expect(readCount(shownCount(count), { max: 9_999_999, of: 'jumlah' })).toEqual({
          ok: true,
          value: count,
        });
      }),
    );
  });

  it('answers anything at all, and a count it gives is whole and within bounds', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[-0-9., ()a-u±]{0,20}$/),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const reading = read(text);
        if (reading.ok) {
          expect(Number.isSafeInteger(reading.value)).toBe(true);
          expect(reading.value).toBeGreaterThanOrEqual(0);
          expect(reading.value).toBeLessThanOrEqual(men.max);
        } else expect(reading.why).toMatch(/^Mohon maaf/);
      }),
      { numRuns: 500 },
    );
  });

  it('reads every number below a thousand in words', () => {
    const ones = ['', ...'satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ')];
    const belowHundred = (n: number): string => {
      if (n < 10) return ones[n]!;
      if (n < 12) return n === 10 ? 'sepuluh' : 'sebelas';
      return n < 20 ? `${ones[n - 10]} belas` : `${ones[Math.floor(n / 10)]} puluh ${ones[n % 10]}`;
    };
    const hundreds = (n: number) => (n === 0 ? '' : n === 1 ? 'seratus' : `${ones[n]} ratus`);
    const inWords = (n: number) => `${hundreds(Math.floor(n / 100))} ${belowHundred(n % 100)}`;
    const numbers = Array.from({ length: 999 }, (_, index) => index + 1);
    expect(numbers.map((n) => read(inWords(n)))).toEqual(
      numbers.map((value) => ({ ok: true, value })),
    );
  });
});

it.each([
  [0, '0'],
  [999, '999'],
  [1250, '1.250'],
  [1_250_000, '1.250.000'],
])('shows %d as %s', (count, shown) => {
  expect(shownCount(count)).toBe(shown);
});
