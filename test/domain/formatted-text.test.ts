import fc from 'fast-check';
import {
  type Formatted,
  addressMark,
  endMark,
  linkMark,
  plainOf,
  readFormatted,
  styleMarks,
  withoutMarks,
} from '../../src/domain/formatted-text';

const read = (text: string): Formatted => {
  const reading = readFormatted(text);
  if (!reading.ok) throw new Error(reading.why);
  return reading.value;
};
const why = (text: string) => {
  const reading = readFormatted(text);
  return reading.ok ? undefined : reading.why;
};

describe('a text with typed marks', () => {
  it.each([
    ['*tebal*', [{ style: 'bold', inside: ['tebal'] }]],
    ['_miring_', [{ style: 'italic', inside: ['miring'] }]],
    ['~coret~', [{ style: 'strike', inside: ['coret'] }]],
    ['`kode`', [{ style: 'code', inside: ['kode'] }]],
    ['a *b* c', ['a ', { style: 'bold', inside: ['b'] }, ' c']],
    ['*a _b_ c*', [{ style: 'bold', inside: ['a ', { style: 'italic', inside: ['b'] }, ' c'] }]],
    ['(*penting*)', ['(', { style: 'bold', inside: ['penting'] }, ')']],
    ['*dua\nbaris*', [{ style: 'bold', inside: ['dua\nbaris'] }]],
    ['`a *b* c`', [{ style: 'code', inside: ['a *b* c'] }]],
  ] satisfies readonly [string, Formatted][])('%s is formatted', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['2 * 3', 'nama_berkas_baru', '* butir', 'a* b', '5*6*7', '~ kira-kira', ''])(
    '%s stays as it is',
    (text) => {
      expect(plainOf(read(text))).toBe(text);
      expect(read(text).every((one) => typeof one === 'string')).toBe(true);
    },
  );

  it('shows an ordinary mark after a backslash', () => {
    expect(read('\\*bukan tebal* dan \\\\')).toEqual(['*bukan tebal* dan \\']);
  });

  it('names the mark that is never closed, where it stands, and how to write it', () => {
    expect(why('Mohon *segera hadir')).toBe(
      'Mohon maaf, tanda * pada “*segera hadir” belum ada penutupnya. Contoh yang benar: *Penting*. Bila maksudnya memang tanda * biasa, tulis \\*.',
    );
  });

  it('explains marks that cross each other', () => {
    expect(why('*a _b* c_')).toContain('tanda _ pada “_b* c_” perlu ditutup lebih dulu');
  });
});

describe('a text formatted in Telegram', () => {
  it('keeps its stretches, and the marks in it are letters', () => {
    const text = `${styleMarks.bold}a*b${endMark} c`;
    expect(read(text)).toEqual([{ style: 'bold', inside: ['a*b'] }, ' c']);
  });

  it('keeps links', () => {
    const text = `lihat ${linkMark}di sini${addressMark}https://paser.go.id${endMark}.`;
    expect(read(text)).toEqual([
      'lihat ',
      { address: 'https://paser.go.id', inside: ['di sini'] },
      '.',
    ]);
  });
});

describe('any text', () => {
  it('is read, or the reason is said; nothing of it is lost but marks and backslashes', () => {
    const typed = ['a', 'b', ' ', '*', '_', '~', '`', '\\', '\n', '<', '&', '😀'];
    const letters = fc.constantFrom(...typed, ...Object.values(styleMarks), endMark);
    fc.assert(
      fc.property(fc.array(letters), (pieces) => {
        const text = pieces.join('');
        const reading = readFormatted(text);
        if (!reading.ok) return reading.why.startsWith('Mohon maaf');
        const bare = (one: string) => withoutMarks(one).replace(/[*_~`\\]/gu, '');
        return bare(plainOf(reading.value)) === bare(text);
      }),
    );
  });
});
