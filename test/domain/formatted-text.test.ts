import fc from 'fast-check';
import { formattedHtml } from '../../src/board/formatted-html';
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
    ['*✅*', [{ style: 'bold', inside: ['✅'] }]],
    ['*🙏*', [{ style: 'bold', inside: ['🙏'] }]],
    ['*🙏🙏* ya', [{ style: 'bold', inside: ['🙏🙏'] }, ' ya']],
    ['_👨‍👩‍👧_', [{ style: 'italic', inside: ['👨‍👩‍👧'] }]],
    ['*🇮🇩*', [{ style: 'bold', inside: ['🇮🇩'] }]],
    ['*𝗥𝗮𝗽𝗮𝘁*', [{ style: 'bold', inside: ['𝗥𝗮𝗽𝗮𝘁'] }]],
  ] satisfies readonly [string, Formatted][])('%s is formatted', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['2 * 3', 'nama_berkas_baru', '* butir', 'a* b', '5*6*7', '𝗮*6 𝗯*', '~ kira-kira', ''])(
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

  it('names the place without cutting an emoji in two', () => {
    expect(why('*Silakan hadir semua👨‍👩‍👧 besok')).toContain('pada “*Silakan hadir semua…”');
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

  it('takes marks in its code for letters, also within typed marks', () => {
    expect(read(`*a ${styleMarks.code}_b_${endMark}*`)).toEqual([
      { style: 'bold', inside: ['a ', { style: 'code', inside: ['_b_'] }] },
    ]);
  });

  it('ends a typed mark beside a stretch, not in it', () => {
    const text = `*a ${styleMarks.italic}b*${endMark} c*`;
    expect(read(text)).toEqual([
      { style: 'bold', inside: ['a ', { style: 'italic', inside: ['b*'] }, ' c'] },
    ]);
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

/** A formatted text in one line: bold is {b …}, italic {i …}, struck {s …}, code {c …}. */
const drawn = (formatted: Formatted): string =>
  formatted
    .map((one) => {
      if (typeof one === 'string') return one;
      return `{${'style' in one ? one.style.charAt(0) : 'link'} ${drawn(one.inside)}}`;
    })
    .join('');

describe('typed marks', () => {
  it.each([
    // Ends of words
    ['*tebal*nya', '{b tebal}nya'],
    ['*surat*nya, *cap*nya', '{b surat}nya, {b cap}nya'],
    ['_online_kan saja', '{i online}kan saja'],
    ['*tebal*, _miring_.', '{b tebal}, {i miring}.'],
    ['“*tebal*”', '“{b tebal}”'],
    ['*2 kali 3*', '{b 2 kali 3}'],
    ['*a*b c*', '{b a*b c}'],
    ['*📢 PENGUMUMAN*', '{b 📢 PENGUMUMAN}'],
    ['*_dua-duanya_*', '{b {i dua-duanya}}'],
    ['_snake_case_', '{i snake_case}'],
    // Doubled
    ['**dua**', '{b dua}'],
    ['__dua__', '{i dua}'],
    ['~~dua~~', '{s dua}'],
    ['``dua``', '{c dua}'],
    ['**a *b* c**', '{b a {b b} c}'],
    ['**surat**nya', '{b surat}nya'],
    // In code marks are letters
    ['`a_b_ *c*`', '{c a_b_ *c*}'],
    ['`https://x.id/_a_`', '{c https://x.id/_a_}'],
    // Addresses
    ['https://x.id/?x=*y*&a_b_c', 'https://x.id/?x=*y*&a_b_c'],
    ['https://x.id/?x=*y*', 'https://x.id/?x=*y*'],
    ['lihat https://x.id/_a_/~b~ ya', 'lihat https://x.id/_a_/~b~ ya'],
    ['x.id/_a_/*b*c', 'x.id/_a_/*b*c'],
    ['www.x.id/*a*b*c', 'www.x.id/*a*b*c'],
    ['*https://x.id/a_b*', '{b https://x.id/a_b}'],
    ['(*lihat https://x.id/a_b*).', '({b lihat https://x.id/a_b}).'],
    ['_https://x.id/*a*b_', '{i https://x.id/*a*b}'],
    ['*https://x.id*nya', '*https://x.id*nya'],
    ['nama_saya_@x.id, _ari_@x.id', 'nama_saya_@x.id, _ari_@x.id'],
    ['*ari_b@x.id*', '{b ari_b@x.id}'],
    ['tulis ke a_b@x.id atau c_d@x.id', 'tulis ke a_b@x.id atau c_d@x.id'],
    ['@nama_orang dan @blk_', '@nama_orang dan @blk_'],
    // What is no formatting
    ['2*3*4 dan 2 * 3 * 4', '2*3*4 dan 2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['__', '__'],
    ['**', '**'],
    ['* *', '* *'],
    ['** **', '** **'],
    ['***penting***', '***penting***'],
    ['Nama: ____ / Alamat: ____', 'Nama: ____ / Alamat: ____'],
    ['* satu\n* dua', '* satu\n* dua'],
    ['*satu\n*dua', '*satu\n*dua'],
    [':* ;* :-* :*', ':* ;* :-* :*'],
    ['^_^ -_- *_* >_<', '^_^ -_- *_* >_<'],
    ['harga 5.000*\n*) belum ongkir', 'harga 5.000*\n*) belum ongkir'],
    ['*123*45# atau *888#', '*123*45# atau *888#'],
    ['~50 orang, ~ 60 orang', '~50 orang, ~ 60 orang'],
    ['\\*a* \\_b_ \\\\', '*a* _b_ \\'],
  ])('%j is %j', (text, expected) => {
    expect(drawn(read(text))).toBe(expected);
  });

  it.each([
    ['Mohon **segera hadir*', '**', '**segera hadir*'],
    ['*Senin*\n*Selasa libur', '*', '*Selasa libur'],
    ['harap _teliti', '_', '_teliti'],
    ['~batal', '~', '~batal'],
    ['*_a*', '_', '_a*'],
    ['*penting 😀😀😀😀😀😀😀😀😀😀😀😀', '*', '*penting 😀😀😀😀😀😀😀…'],
  ])('%j has a mark without its other half: %s', (text, mark, place) => {
    expect(why(text)).toContain(`tanda ${mark} pada “${place}” `);
  });

  it('shows how doubled marks are written as characters', () => {
    expect(why('**a')).toContain('tulis \\*\\*.');
    expect(read('\\*\\*a')).toEqual(['**a']);
  });

  it('lets Telegram find the links: an address stays in one piece of words', () => {
    expect(read('*Lihat* https://x.id/?x=*y*&a_b_c _ya_')).toEqual([
      { style: 'bold', inside: ['Lihat'] },
      ' https://x.id/?x=*y*&a_b_c ',
      { style: 'italic', inside: ['ya'] },
    ]);
  });
});

describe('any text', () => {
  const typed = ['a', 'b', ' ', '*', '_', '~', '`', '**', '\\', '\n', '<', '&', '😀', '1', 'x.id/'];
  const made = [...Object.values(styleMarks), endMark];
  const text = (pieces: readonly string[]) =>
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));

  it('is read, or the reason is said with the place; nothing is lost but marks and backslashes', () => {
    const bare = (one: string) => withoutMarks(one).replace(/[*_~`\\]/gu, '');
    fc.assert(
      fc.property(text([...typed, ...made]), (said) => {
        const reading = readFormatted(said);
        if (!reading.ok) return /^Mohon maaf, tanda .+ pada “.+” /u.test(reading.why);
        return bare(plainOf(reading.value)) === bare(said);
      }),
    );
  });

  it('comes out as typed when it has no marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        const plain = withoutMarks(said.replace(/[*_~`\\]/gu, ''));
        expect(read(plain)).toEqual(plain === '' ? [] : [plain]);
      }),
    );
  });

  it('makes HTML whose tags are balanced', () => {
    fc.assert(
      fc.property(text([...typed, ...made, linkMark, addressMark]), (said) => {
        const reading = readFormatted(said);
        if (!reading.ok) return;
        const { markup } = formattedHtml(reading.value);
        const open: string[] = [];
        for (const [, end, tag] of markup.matchAll(/<(\/?)([a-z-]+)[^>]*>/gu)) {
          if (end === '') open.push(tag ?? '');
          else expect(open.pop()).toBe(tag);
        }
        expect(open).toEqual([]);
        expect(markup.replace(/<\/?[a-z-]+(?: href="[^"]*")?>/gu, '')).not.toMatch(/[<>]/u);
      }),
    );
  });

  it.each(['*a ', '*a* ', '_*~`a ', '(*a', 'a.b.', '*1 ', '\uE001', '**a* '])(
    'of the greatest length is read at once: %j again and again',
    (piece) => {
      const began = performance.now();
      readFormatted(piece.repeat(4096 / piece.length));
      expect(performance.now() - began).toBeLessThan(1000);
    },
  );
});
