import { Decimal128, Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { compareValues } from '../../src/embedded/bson-order';
import { encodeIndexKey, encodeValue, MAX_KEY_BYTES } from '../../src/embedded/index-key';
import { anyNumber, anyValue } from './any-value';

const sign = Math.sign;

describe('the bytes of an index key', () => {
  it('sort as MongoDB sorts the values', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const bytes = Buffer.compare(encodeValue(a).bytes, encodeValue(b).bytes);
        expect(sign(bytes)).toBe(sign(compareValues(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  it('sort numbers of all widths as one kind', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        const bytes = Buffer.compare(encodeValue(a).bytes, encodeValue(b).bytes);
        expect(sign(bytes)).toBe(sign(compareValues(a, b)));
      }),
      { numRuns: 5000 },
    );
  });

  it('sort rows field by field, descending fields turned round', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, anyValue, (a, b, c, d) => {
        const [x, y] = [encodeIndexKey([a, b], [1, -1]), encodeIndexKey([c, d], [1, -1])];
        const expected = compareValues(a, c) || compareValues(d, b);
        expect(sign(Buffer.compare(x.bytes, y.bytes))).toBe(sign(expected));
      }),
      { numRuns: 3000 },
    );
  });

  it('never begin another key', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const [x, y] = [encodeValue(a).bytes, encodeValue(b).bytes];
        expect(!x.equals(y) && y.subarray(0, x.length).equals(x)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it('are cut when too long, keeping equality', () => {
    const [a, b] = ['x'.repeat(5000), 'x'.repeat(5001)].map((text) => encodeIndexKey([text], [1]));
    expect(a!.bytes.length).toBeLessThanOrEqual(MAX_KEY_BYTES);
    expect(a!.lossy).toBe(true);
    expect(a!.bytes.equals(b!.bytes)).toBe(false);
    expect(a!.bytes.equals(encodeIndexKey(['x'.repeat(5000)], [1]).bytes)).toBe(true);
  });
});

describe('the order of values', () => {
  it.each([
    [new Int32(1), new Double(1), 0],
    [new Double(1), Decimal128.fromString('1.000'), 0],
    [Long.fromString('9007199254740993'), new Double(9007199254740992), 1],
    [Decimal128.fromString('0.1'), new Double(0.1), -1],
    [new Double(NaN), new Double(-Infinity), -1],
    [Decimal128.fromString('1E400'), new Double(Infinity), -1],
    [Decimal128.fromString('1E400'), Decimal128.fromString('10E399'), 0],
    [null, new Int32(-5), -1],
    ['a', {}, -1],
    [{ a: new Int32(1) }, { a: 'x' }, -1],
    [[new Int32(1)], [new Int32(1), new Int32(2)], -1],
    ['\uffff', '😀', -1],
    [false, new Date(0), -1],
  ])('%p against %p is %p', (a, b, order) => {
    expect(sign(compareValues(a, b))).toBe(order);
    expect(sign(compareValues(b, a)) + 0).toBe(-order + 0);
  });
});
