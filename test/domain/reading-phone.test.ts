import { readPhone, shownPhone } from '../../src/domain/reading-phone';

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

  it.each([
    ['081234567890', '+6281234567890'],
    ['0812-3456-7890', '+6281234567890'],
    [' +62 812 3456 7890 ', '+6281234567890'],
    ['62 812.3456.7890', '+6281234567890'],
    ['+62 (0)812-3456-7890', '+6281234567890'],
    ['０８１２３４５６７８９０', '+6281234567890'],
    ['(0543) 21234', '+6254321234'],
    ['021 5255733', '+62215255733'],
  ])('is read from %s', (said, value) => {
    expect(readPhone(said)).toEqual({ ok: true, value });
  });

  it.each([
    ...['', '12345', '081', '0812-3456', '08123456789012345', '0000000000', '+60123456789'],
    ...['0812 3456 7890 atau 0813', '81234567890', '08+1234567890', 'nol delapan', '0112345678'],
  ])('is not read from "%s"', (said) => {
    const reading = readPhone(said);
    expect(reading.ok ? '' : reading.why).toContain('misalnya: 0812-3456-7890');
  });

  it('is shown in groups of digits', () => {
    expect(shownPhone('+6281234567890')).toBe('+62 812-3456-7890');
    expect(shownPhone('+6254321234')).toBe('+62 543-2123-4');
  });
});
