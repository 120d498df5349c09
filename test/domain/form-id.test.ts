import fc from 'fast-check';
import { formId, looksLikeFormId, receiptOf } from '../../src/domain/form-id';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('the id of a form', () => {
  it.each([
    [bytes(0, 0, 0, 0, 0, 0, 0), '0000000000'],
    [bytes(0, 0, 0, 0, 0, 0, 1), '1000000000'],
    [bytes(255, 255, 255, 255, 255, 255, 255), 'ZZZZZZZZZZ'],
    [bytes(0, 0, 0, 0, 0, 0, 1, 99, 99), '1000000000'],
  ])('of %j is %s', (random, id) => {
    expect(formId(random)).toBe(id);
  });

  it('needs enough random bytes', () => {
    expect(() => formId(bytes(1, 2, 3, 4, 5, 6))).toThrow('7 random bytes');
  });

  it('can be told apart from anything else, and becomes a readable receipt', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 7, maxLength: 16 }), (random) => {
        const id = formId(random);
        expect(looksLikeFormId(id)).toBe(true);
        expect(receiptOf(id)).toBe(`${id.slice(0, 5)}-${id.slice(5, 10)}`);
      }),
    );
  });

  it('uses all of its fifty bits', () => {
    const ids = Array.from({ length: 50 }, (_, bit) => {
      const random = new Uint8Array(7);
      random[6 - Math.floor(bit / 8)] = 1 << (bit % 8);
      return formId(random);
    });
    expect(new Set(ids).size).toBe(50);
  });

  it.each(['', 'ABCDE', 'ABCDEFGHJKM', 'ABCDEFGHIJ', 'abcdefghjk', 'ABCDE-FGHJ', 'ABCDEFGHJK\n'])(
    'does not look like %j',
    (text) => {
      expect(looksLikeFormId(text)).toBe(false);
    },
  );
});
