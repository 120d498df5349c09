import { plainly } from '../../src/domain/typed-text';

it.each([
  ['  Enam\u00a0 BELAS\n', 'enam belas'],
  ['１٢۳', '123'],
  ['\u200f16\u200b \uD800', '16'],
  [`16${' '.repeat(10_000)}orang`, '16 orang'],
  ['a'.repeat(200), 'a'.repeat(200)],
  ['a'.repeat(201), ''],
])('reads %j as the short answer %j', (text, expected) => {
  expect(plainly(text)).toBe(expected);
});
