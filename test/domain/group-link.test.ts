import { areAmong, overlap, together, without } from '../../src/domain/group-link';

const [a, b, c] = ['A', 'B', 'C'];

describe('regencies', () => {
  it.each([
    [[a], [a, b], true],
    [[a, c], [a, b], false],
    ['all', [a], false],
    [[a], 'all', true],
    ['all', 'all', true],
  ] as const)('%j are all among %j: %s', (some, those, are) => {
    expect(areAmong(some, those)).toBe(are);
  });

  it.each([
    [[a], [a, b], true],
    [[c], [a, b], false],
    ['all', [a], true],
    ['all', [], false],
    [[], 'all', false],
    ['all', 'all', true],
  ] as const)('%j and %j have some in common: %s', (some, those, have) => {
    expect(overlap(some, those)).toBe(have);
    expect(overlap(those, some)).toBe(have);
  });

  it('come together without repeats, and all are all', () => {
    expect(together([b], [a, b])).toEqual([a, b]);
    expect(together([b], 'all')).toBe('all');
  });

  it('are taken away, but not out of all', () => {
    expect(without([a, b], [b, c])).toEqual([a]);
    expect(without([a], 'all')).toEqual([]);
    expect(without('all', [a])).toBe('all');
    expect(without('all', 'all')).toEqual([]);
  });
});
