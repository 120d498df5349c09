import { periodOf } from '../../src/domain/period';
import { periodWords } from '../../src/domain/period-words';
import { day } from './support/days';

describe('a period in words', () => {
  it.each([
    ['monthly', 'Desember 2026'],
    ['weekly', '30 Nov 2026–6 Des 2026'],
    ['two-weekly', '30 Nov 2026–13 Des 2026'],
  ] as const)('is what people call it: %s', (rhythm, words) => {
    expect(periodWords(periodOf(day('2026-12-01'), rhythm))).toBe(words);
  });
});
