import { readPhone } from '../../src/domain/reading-phone';

describe('reading a phone number', () => {
  it.each([
    ['081234567890', '+6281234567890'],
    ['0812-3456-7890', '+6281234567890'],
    ['0812 3456 7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['+62 (0)812 3456 7890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['006281234567890', '+6281234567890'],
    ['81234567890', '+6281234567890'],
    ['WA: 0812.3456.7890', '+6281234567890'],
    ['٠٨١٢٣٤٥٦٧٨٩٠', '+6281234567890'],
    ['081234567', undefined],
    ['0812345678', '+62812345678'],
    ['0812345678901', '+62812345678901'],
    ['08123456789012', undefined],
    ['(0543) 21234', '+6254321234'],
    ['021-12345678', '+622112345678'],
  ])('understands %j as %s', (text, expected) => {
    const reading = readPhone(text);
    expect(reading.ok ? reading.value : undefined).toBe(expected);
  });

  it.each([
    '',
    '112',
    'tidak ada',
    '+60 12 345 6789',
    '12345678',
    '6401011234560001',
    '0812 3456 7890 atau 0813 3456 7890',
    '+',
    '0'.repeat(10_000),
  ])('asks again for %j', (text) => {
    expect(readPhone(text)).toEqual({
      ok: false,
      why: 'Mohon maaf, nomor teleponnya belum terbaca. Silakan ketik nomor Indonesia, misalnya: 0812-3456-7890.',
    });
  });
});
