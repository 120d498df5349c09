import fc from 'fast-check';
import { readText } from '../../src/domain/reading-text';

const program = { max: 40, of: 'nama program', example: 'Desain Grafis' };
const read = (text: string) => readText(text, program);

describe('reading text', () => {
  it.each([
    ['Desain Grafis', 'Desain Grafis'],
    ['  Desain \t\u00a0 Grafis\n', 'Desain Grafis'],
    ['Desain\r\nGrafis', 'Desain Grafis'],
    ['De\u0000sain \u0007 Grafis', 'Desain Grafis'],
    ['Grafis \uD83D', 'Grafis'],
    ['Desain 👩🏽‍💻 Grafis', 'Desain 👩🏽‍💻 Grafis'],
    ['<b>Las</b> & Listrik', '<b>Las</b> & Listrik'],
    ['برنامج التصميم', 'برنامج التصميم'],
    ['_*[`]', '_*[`]'],
    ['/lapor', '/lapor'],
    ['🙂', '🙂'],
    ['x'.repeat(40), 'x'.repeat(40)],
  ])('understands %j', (text, expected) => {
    expect(read(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['one line', false, 'a b c d'],
    ['lines', true, 'a b\nc\nd'],
  ])('keeps %s when asked', (_name, lines, expected) => {
    const reading = readText(' a  b \r\n\n \n c\r d ', { ...program, lines });
    expect(reading).toEqual({ ok: true, value: expected });
  });

  it.each(['', '   ', '\n', '\u200b', '\u200e\u00ad', '\u3164', '\u0301', '\uD800', '\u0000'])(
    'asks again for %j, which shows nothing',
    (text) => {
      expect(read(text)).toEqual({
        ok: false,
        why: 'Mohon maaf, nama program masih kosong. Silakan ketik dengan singkat, misalnya: Desain Grafis.',
      });
    },
  );

  it.each([
    ['x'.repeat(41), 'terlalu panjang (41 huruf)'],
    ['x'.repeat(10_000), 'terlalu panjang (10.000 huruf)'],
    ['🙂'.repeat(21), 'terlalu panjang (42 huruf)'],
  ])('refuses what is longer than the limit', (text, part) => {
    const why = read(text);
    expect(why).toEqual({ ok: false, why: expect.stringContaining(part) });
    expect(why).toEqual({ ok: false, why: expect.stringContaining('paling banyak 40 huruf') });
  });

  it('refuses what is shorter than the least', () => {
    expect(readText('las', { ...program, min: 3 })).toEqual({ ok: true, value: 'las' });
    expect(readText('ya', { ...program, min: 3 })).toEqual({
      ok: false,
      why: 'Mohon maaf, nama program masih terlalu singkat. Silakan tulis sedikit lebih lengkap, misalnya: Desain Grafis.',
    });
  });

  it('reads its own result unchanged, well formed and within the limit', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(' ', '\n', '\r', '\u0000', '\uD83D', '\uDE00', 'a'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, fc.boolean(), (text, lines) => {
        const wording = { ...program, lines };
        const once = readText(text, wording);
        if (!once.ok) return;
        expect(readText(once.value, wording)).toEqual(once);
        expect(once.value).not.toMatch(/\p{Cs}/u);
        expect(once.value).not.toMatch(/ {2}|\n\n|^\s|\s$/);
        expect(once.value.length).toBeLessThanOrEqual(40);
      }),
      { numRuns: 500 },
    );
  });
});
