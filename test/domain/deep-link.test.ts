import fc from 'fast-check';
import { linkCode, linkTarget } from '../../src/domain/deep-link';
import { placeMark } from '../../src/domain/place-mark';

describe('a link', () => {
  it('says what it opens', () => {
    expect(linkCode('info', 'bina-iman')).toBe('info_bina-iman');
    expect(linkTarget('info_bina-iman')).toEqual({ target: 'info', id: 'bina-iman' });
    expect(linkTarget('minat_bina-iman')).toEqual({ target: 'minat', id: 'bina-iman' });
    expect(linkTarget('info')).toEqual({ target: 'info', id: '' });
  });

  it('is told from the code of an invitation', () => {
    for (const code of ['', 'belum', 'X7K2M9Q4', 'INFO_bina', 'infobina']) {
      expect(linkTarget(code)).toBeUndefined();
    }
  });

  it('is one that Telegram takes, and leads back, whatever the id is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (id) => {
        const code = linkCode('kelas', id);
        expect(code).toMatch(/^[A-Za-z0-9_-]{1,64}$/u);
        expect([id, '']).toContain(linkTarget(code)?.id);
      }),
    );
    expect(linkTarget(linkCode('info', 'a_b.ç'))?.id).toBe('a_b.ç');
  });

  it('with a broken code is taken as it stands', () => {
    expect(linkTarget('info__FF')?.id).toBe('_FF');
  });
});

describe('a mark', () => {
  it('is short, stays the same, and differs between names', () => {
    const names = Array.from({ length: 600 }, (_, n) => `Kabupaten ${n}`);
    const marks = names.map(placeMark);
    expect(new Set(marks).size).toBe(600);
    expect(Math.max(...marks.map(({ length }) => length))).toBeLessThanOrEqual(7);
    expect(marks).toEqual(names.map(placeMark));
  });
});
