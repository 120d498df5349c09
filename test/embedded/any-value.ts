import {
  Binary,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
} from 'bson';
import fc from 'fast-check';

const smallText = fc.string({
  maxLength: 4,
  unit: fc.constantFrom('a', 'b', '\0', 'é', '😀', '\uffff'),
});

/** Numbers of every width, many of them close together or equal across widths. */
export const anyNumber: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((value) => new Int32(value)),
  fc.integer().map((value) => new Int32(value)),
  fc.double().map((value) => new Double(value)),
  fc
    .constantFrom(0, -0, 1, 1.5, 2 ** 53, -(2 ** 53), NaN, Infinity, -Infinity, 5e-324)
    .map((value) => new Double(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }).map((value) => Long.fromBigInt(value)),
  fc
    .constantFrom('0', '1', '1.0', '0.1', '9007199254740993', '-2.50', 'NaN', 'Infinity', '1E-20')
    .map((text) => Decimal128.fromString(text)),
);

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  anyNumber,
  smallText,
  fc.constantFrom(null, true, false, new MinKey(), new MaxKey()),
  fc.integer({ min: -5, max: 5 }).map((value) => new Date(value * 1e9)),
  fc
    .constantFrom(
      '000000000000000000000001',
      'ff0000000000000000000000',
      '6b04aa7c33f44b3353998dd6',
    )
    .map((hex) => new ObjectId(hex)),
  fc.uint8Array({ maxLength: 3 }).map((bytes) => new Binary(bytes)),
  fc.constant(new UUID('058ac917-360f-4693-8a8a-8c72564830a5')),
  fc.integer({ min: 0, max: 9 }).map((t) => new Timestamp({ t, i: 1 })),
);

/** Any BSON value, nested a little. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab'), tie('value'), { maxKeys: 2 }),
  ),
})).value;
