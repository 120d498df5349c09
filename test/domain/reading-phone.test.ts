import { readPhone, shownPhone } from '../../src/domain/reading-phone';

describe('a telephone number', () => {
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
