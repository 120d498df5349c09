import { byInstitution } from '../../src/domain/by-institution';

describe('rows by their institution', () => {
  const rows = ['a1', 'b1', 'a2'].map((id) => ({ id, institution: id[0]! }));

  it('are found in their order, and none for one that has none', () => {
    const of = byInstitution(rows);
    expect(of('a').map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(of('b').map(({ id }) => id)).toEqual(['b1']);
    expect(of('constructor')).toEqual([]);
  });
});
