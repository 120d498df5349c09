import { readNumber } from '../../src/domain/reading-number';

const nib = { name: 'NIB', digits: 13, example: '1234567890123' };
const vin = { name: 'VIN', digits: 10 };

describe('the number of a paper', () => {
  it.each([
    '1234567890123',
    '1234 5678 90123',
    'NIB: 1234567890123',
    'nomor NIB 12.345.678.901-23',
    '１２３４５６７８９０１２３',
  ])('is read with or without what people put around it: %s', (said) => {
    expect(readNumber(said, nib)).toEqual({ ok: true, value: '1234567890123' });
  });

  it.each([
    ['123456789012', /13 angka, yang kami baca 12.*misalnya: 1234567890123/u],
    ['12345678901234', /yang kami baca 14/u],
    ['belum ada', /belum terbaca/u],
    ['12345678901x3', /belum terbaca/u],
    ['', /belum terbaca/u],
  ])('is refused with a hint: %s', (said, why) => {
    expect(readNumber(said, nib)).toEqual({ ok: false, why: expect.stringMatching(why) });
  });

  it('has as many digits as the checklist says', () => {
    expect(readNumber('VIN 1912321401', vin)).toEqual({ ok: true, value: '1912321401' });
    expect(readNumber('1234567890123', vin).ok).toBe(false);
  });

  it('is taken as it is printed where nobody knows its shape', () => {
    const licence = { name: 'sertifikat standar' };
    expect(readNumber(' 503/12.A/DPMPTSP-2026 ', licence)).toEqual({
      ok: true,
      value: '503/12.A/DPMPTSP-2026',
    });
    expect(readNumber('x', licence).ok).toBe(false);
  });
});
