import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

interface Mark {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}
interface MarkedText {
  shifted(marks: readonly Mark[], before: string, after: string, caret?: number): Mark[];
  isMarked(marks: readonly Mark[], type: string, from: number, to: number): boolean;
  toggled(marks: readonly Mark[], type: string, from: number, to: number): Mark[];
  marked(marks: readonly Mark[], mark: Mark): Mark[];
}

/** The page's own file, loaded as the browser does: as a module. */
const file = path.join(__dirname, '../../src/playground/page/marked-text.js');
const source = fs.readFileSync(file, 'utf8');
let page: MarkedText;
beforeAll(async () => {
  page = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as MarkedText;
});

const bold = (offset: number, length: number): Mark => ({ type: 'bold', offset, length });
const marks = [bold(3, 4)];

describe('formatting of what is being written', () => {
  it.each([
    ['before it', ['ab cdef gh', 'XXab cdef gh', 2], [bold(5, 4)]],
    ['at its beginning', ['ab cdef gh', 'ab Xcdef gh', 4], [bold(4, 4)]],
    ['within it', ['ab cdef gh', 'ab cdXef gh', 6], [bold(3, 5)]],
    ['at its end', ['ab cdef gh', 'ab cdefX gh', 8], [bold(3, 4)]],
    ['after it', ['ab cdef gh', 'ab cdef gXh', 10], [bold(3, 4)]],
    ['in place of it', ['ab cdef gh', 'ab X gh', 4], [bold(3, 1)]],
    ['across its beginning', ['ab cdef gh', 'aXef gh', 2], [bold(2, 2)]],
    ['across its end', ['ab cdef gh', 'ab cdXh', 6], [bold(3, 2)]],
    ['where it is deleted', ['ab cdef gh', 'ab  gh', 3], []],
    ['where all is deleted', ['ab cdef gh', '', 0], []],
    ['among the same letters', ['aaaaaaaaa', 'aaaaaaaaaa', 5], [bold(3, 5)]],
  ] satisfies readonly [string, [string, string, number], Mark[]][])(
    'follows what is typed %s',
    (_where, typed, expected) => {
      expect(page.shifted(marks, ...typed)).toEqual(expected);
    },
  );

  it('goes on and off, joins what it touches, and splits', () => {
    expect(page.toggled([], 'bold', 3, 7)).toEqual(marks);
    expect(page.toggled(marks, 'bold', 3, 7)).toEqual([]);
    expect(page.toggled(marks, 'bold', 4, 5)).toEqual([bold(3, 1), bold(5, 2)]);
    expect(page.toggled(marks, 'bold', 5, 9)).toEqual([bold(3, 6)]);
    expect(page.toggled(marks, 'bold', 7, 9)).toEqual([bold(3, 6)]);
    expect(page.toggled(marks, 'italic', 3, 7)).toEqual([
      ...marks,
      { ...bold(3, 4), type: 'italic' },
    ]);
  });

  it('keeps the addresses of links apart', () => {
    const link = (offset: number, url: string) => ({ type: 'text_link', offset, length: 2, url });
    const both = page.marked([link(0, 'a')], link(2, 'b'));
    expect(both).toEqual([link(0, 'a'), link(2, 'b')]);
    expect(page.marked(both, link(0, 'c'))).toEqual([link(2, 'b'), link(0, 'c')]);
  });

  it('stays within the text, whatever is typed', () => {
    const words = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(
        fc.tuple(words, words, words, words),
        fc.nat(12),
        fc.nat(12),
        (four, from, long) => {
          const [a, b, c, d] = four;
          const before = a + b + c;
          const after = a + d + c;
          const mark = bold(Math.min(from, before.length), 0);
          const length = Math.min(long, before.length - mark.offset);
          const left = page.shifted([{ ...mark, length }], before, after, a.length + d.length);
          for (const one of left) {
            expect(one.offset).toBeGreaterThanOrEqual(0);
            expect(one.length).toBeGreaterThan(0);
            expect(one.offset + one.length).toBeLessThanOrEqual(after.length);
          }
        },
      ),
    );
  });
});
