import fc from 'fast-check';
import { editDistance } from '../../src/domain/edit-distance';
import { tradeWordsLike } from '../../src/domain/trade-words';

describe('the distance between two words', () => {
  it.each([
    ['komputer', 'komputr', 1],
    ['komputer', 'kmoputer', 1],
    ['las', 'las', 0],
    ['', 'las', 3],
    ['jahit', 'lahir', 2],
  ])('of %s and %s', (one, other, away) => {
    expect(editDistance(one, other)).toBe(away);
  });

  it('is the same from both sides, none to itself, and no more than the longer word', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const away = editDistance(one, other);
        expect(away).toBe(editDistance(other, one));
        expect(editDistance(one, one)).toBe(0);
        expect(away).toBeLessThanOrEqual(
          Math.max(Array.from(one).length, Array.from(other).length),
        );
      }),
    );
  });
});

describe('a mistyped word', () => {
  it('is like the words of trades that are a slip away, the nearest first', () => {
    expect(tradeWordsLike('Komputr')[0]).toBe('komputer');
    expect(tradeWordsLike('mnejahit')[0]).toBe('menjahit');
    expect(tradeWordsLike('listirk')[0]).toBe('listrik');
  });

  it('is like none where it is short, far away, or no slip at all', () => {
    for (const word of ['', 'las', 'lax', 'zzzzzz', 'komputer'])
      expect(tradeWordsLike(word)).not.toContain(word);
    expect([tradeWordsLike('lax'), tradeWordsLike('zzzzzz')]).toEqual([[], []]);
  });
});
