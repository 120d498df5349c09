import fc from 'fast-check';
import { bold, code, html, italic, lines, plain } from '../src/html';

/** What Telegram shows of markup that holds no tags of ours. */
const shown = (markup: string) =>
  markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

describe('text for Telegram', () => {
  it('shows any words exactly as typed, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const { markup } = plain(words);
        expect(markup).not.toMatch(/[<>]/u);
        expect(shown(markup)).toBe(words);
      }),
    );
  });

  it('escapes values and keeps the markup around them', () => {
    expect(html`<b>Nama</b>: ${'<i>Ahmad</i> & Co'}`.markup).toBe(
      '<b>Nama</b>: &lt;i&gt;Ahmad&lt;/i&gt; &amp; Co',
    );
  });

  it('runs over lines of source without breaking the line people read', () => {
    const name = 'Bina\n  Iman';
    expect(html`BLK ${name} kembali ${bold('aktif')}.`.markup).toBe(
      'BLK Bina\n  Iman kembali <b>aktif</b>.',
    );
  });

  it('takes numbers, and Html without escaping it twice', () => {
    expect(html`${16} orang, ${bold('A & B')}`.markup).toBe('16 orang, <b>A &amp; B</b>');
    expect(html`${plain('&lt;')}`.markup).toBe('&amp;lt;');
  });

  it('keeps empty words and a template without values', () => {
    expect(html`a${''}b`.markup).toBe('ab');
    expect(html`tetap`.markup).toBe('tetap');
  });

  it.each([
    [bold('<a>'), '<b>&lt;a&gt;</b>'],
    [italic('<a>'), '<i>&lt;a&gt;</i>'],
    [code(1001), '<code>1001</code>'],
    [bold(italic('a')), '<b><i>a</i></b>'],
  ])('sets words in a style: %j', (styled, markup) => {
    expect(styled.markup).toBe(markup);
  });

  it('puts each line on its own line and leaves out those that are not there', () => {
    expect(lines('a < b', undefined, '', bold('c'), 4).markup).toBe('a &lt; b\n\n<b>c</b>\n4');
    expect(lines().markup).toBe('');
  });
});
