import { oneLook } from '../../../src/adapters/mongo/one-look';

const looks: (readonly string[])[] = [];
let kept: ReadonlyMap<string, number> = new Map();
const numberOf = oneLook((ids) => {
  looks.push(ids);
  return Promise.resolve(kept);
});
beforeEach(() => {
  looks.length = 0;
  kept = new Map([
    ['one', 1],
    ['two', 2],
  ]);
});

describe('one look', () => {
  it('answers all that is asked for at once, each for itself', async () => {
    const asked = ['one', 'two', 'three', 'one'].map(numberOf);
    expect(await Promise.all(asked)).toEqual([1, 2, undefined, 1]);
    expect(looks).toEqual([['one', 'two', 'three']]);
  });

  it('is taken anew for what is asked later, and sees what was written in between', async () => {
    const before = numberOf('one');
    await before;
    kept = new Map([['one', 10]]);
    expect(await numberOf('one')).toBe(10);
    expect(looks).toEqual([['one'], ['one']]);
  });

  it('that fails fails for all who asked, and not for those who ask again', async () => {
    let isAway = true;
    const find = oneLook(() =>
      isAway ? Promise.reject(new Error('The database is away')) : Promise.resolve(kept),
    );
    const both = await Promise.allSettled([find('one'), find('two')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    expect(await find('two')).toBe(2);
  });
});
