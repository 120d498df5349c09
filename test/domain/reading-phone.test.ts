import { readPhone } from '../../src/domain/reading-phone';

describe('a telephone number', () => {
  it.each([
    '081234567890',
    '0812-3456-7890',
    '+62 812 3456 7890',
    '6281234567890',
    ' (0812) 3456.7890 ',
    '٠٨١٢٣٤٥٦٧٨٩٠',
  ])('is kept in one way however it is written: %s', (said) => {
    expect(readPhone(said)).toEqual({ ok: true, value: '+6281234567890' });
  });

  it('may be one of a house', () => {
    expect(readPhone('0543-21234')).toEqual({ ok: true, value: '+6254321234' });
  });

  it.each([
    ['belum punya', /belum terbaca.*misalnya: 0812-3456-7890/u],
    ['0812x4567890', /belum terbaca/u],
    ['', /belum terbaca/u],
    ['812 3456 7890', /diawali 0 atau \+62/u],
    ['+1 202 555 0147', /diawali 0 atau \+62/u],
    ['00000000000', /diawali 0 atau \+62/u],
    ['0812345', /jumlah angka/u],
    ['08123456789012', /jumlah angka/u],
  ])('is refused with an example when it is none: %s', (said, why) => {
    expect(readPhone(said)).toEqual({ ok: false, why: expect.stringMatching(why) });
  });
});
