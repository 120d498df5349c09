import fc from 'fast-check';
import { cutShort, isolated } from '../../src/domain/isolated';

const arabic = 'معهد الحكمة';
const inside = (typed: string) => `\u2068${typed}\u2069`;

/**
 * Whether the words after a text are as they would be without it: by UAX 9 an end of an isolate ends
 * everything that was opened within it, overrides too.
 */
function reachesOut(text: string): boolean {
  const open: string[] = [];
  for (const letter of text) {
    if (/[\u202A\u202B\u202D\u202E]/u.test(letter)) open.push('embedding');
    if (/[\u2066-\u2068]/u.test(letter)) open.push('isolate');
    if (letter === '\u202C' && open.at(-1) === 'embedding') open.pop();
    if (letter !== '\u2069') continue;
    if (!open.includes('isolate')) return true;
    open.splice(open.lastIndexOf('isolate'));
  }
  return open.length > 0;
}

describe('typed words', () => {
  it.each(['', 'Bina Iman', '😀 & <b>', 'Söhne', '日本語', 'a\nb', '👩‍👩‍👧'])(
    'stay byte for byte where they can do no harm: %s',
    (typed) => {
      expect(isolated(typed)).toBe(typed);
    },
  );

  it.each([arabic, `Al-Hikmah ${arabic} 2`, '\u200FAhmad', '\u202EAhmad', 'שלום', '١٢'])(
    'stand in an isolate where they could turn what is beside them: %j',
    (typed) => {
      expect(isolated(typed)).toBe(inside(typed));
    },
  );

  it('lose nothing of the marks that were left open, or closed too often', () => {
    expect(isolated('\u2067Ahmad')).toBe('\u2068\u2067Ahmad\u2069\u2069');
    expect(isolated('Ahmad\u2069')).toBe('\u2068\u2068Ahmad\u2069\u2069');
    expect(isolated('\u2069 \u2067')).toBe('\u2068\u2068\u2069 \u2067\u2069\u2069');
  });

  it('are isolated line by line, since a line break ends every isolate', () => {
    expect(isolated(`satu\n${arabic}\n\u202Etiga`)).toBe(
      `satu\n${inside(arabic)}\n${inside('\u202Etiga')}`,
    );
  });

  it('stay as they are in a sentence where they are isolated already', () => {
    const sentence = `Bapak ${inside(arabic)} (${inside('\u202Ex')}), 16 orang`;
    expect(isolated(sentence)).toBe(sentence);
  });

  it('do not grow without end, however many marks were typed', () => {
    expect(isolated('\u2069'.repeat(100) + 'a\u202E').length).toBeLessThan(10);
    expect(isolated(`a${'\u2067'.repeat(4000)}`)).toBe('a');
  });

  const marks = ['\u200F', '\u202A', '\u202E', '\u202C', '\u2066', '\u2067', '\u2068', '\u2069'];
  const typed = fc
    .array(fc.constantFrom(...marks, 'a', ' ', '1', 'م', '\n', '😀', '<'), { maxLength: 8 })
    .map((pieces) => pieces.join(''));

  it('never reach out of where they stand, keep all their letters, and may be isolated twice', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const safe = isolated(text);
        expect(safe.split('\n').some(reachesOut)).toBe(false);
        expect(safe.replace(/[\u2068\u2069]/gu, '')).toBe(text.replace(/[\u2068\u2069]/gu, ''));
        expect(isolated(safe)).toBe(safe);
        for (const [n, line] of safe.split('\n').entries())
          expect(line).toContain(text.split('\n')[n]);
      }),
    );
  });

  it('are cut short with their closing marks, within the limit, between whole characters', () => {
    expect(cutShort('Bina Iman', 9)).toBe('Bina Iman');
    expect(cutShort(inside(arabic), 8)).toBe('\u2068معهد \u2026\u2069');
    expect(cutShort('ab😀cd', 4)).toBe('ab…');
    expect(cutShort('ab👨‍👩‍👧cdefghijk', 9)).toBe('ab…');
    expect(cutShort('👨‍👩‍👧cdefghijk', 7)).toMatch(/^👨.*…$/u);
    fc.assert(
      fc.property(typed, fc.integer({ min: 4, max: 30 }), (text, most) => {
        const words = `Bapak ${isolated(text.replaceAll('\n', ' '))} hadir`;
        const cut = cutShort(words, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(reachesOut(cut.replace(/[\u202A-\u202E]/gu, ''))).toBe(false);
      }),
    );
  });
});
