import { Decimal128, Double, Int32, Long } from 'bson';
import { isNumeric, toNumber } from './bson-value';
import { refuse } from './mongo-error';

type Arithmetic = 'add' | 'multiply';

interface Scaled {
  readonly digits: bigint;
  readonly power: number;
}

function scaledOf(value: unknown): Scaled {
  const [digits = '0', exponent = '0'] = String(value).toLowerCase().split('e');
  const [whole = '0', part = ''] = digits.split('.');
  return { digits: BigInt(whole + part), power: Number(exponent) - part.length };
}

function decimal(a: unknown, b: unknown, how: Arithmetic): Decimal128 {
  if (![a, b].every((value) => Number.isFinite(toNumber(value))))
    return Decimal128.fromString(String(double(a, b, how)));
  const [x, y] = [scaledOf(a), scaledOf(b)];
  const text = (digits: bigint, power: number): Decimal128 =>
    Decimal128.fromStringWithRounding(`${String(digits)}E${String(power)}`);
  if (how === 'multiply') return text(x.digits * y.digits, x.power + y.power);
  const power = Math.min(x.power, y.power);
  const shifted = ({ digits, power: own }: Scaled): bigint => digits * 10n ** BigInt(own - power);
  return text(shifted(x) + shifted(y), power);
}

function double(a: unknown, b: unknown, how: Arithmetic): number {
  const [x, y] = [toNumber(a) ?? NaN, toNumber(b) ?? NaN];
  return how === 'add' ? x + y : x * y;
}

function whole(a: unknown, b: unknown, how: Arithmetic): Int32 | Long {
  const [x, y] = [BigInt(String(a)), BigInt(String(b))];
  const result = how === 'add' ? x + y : x * y;
  if (BigInt.asIntN(64, result) !== result)
    return refuse(
      2,
      `Failed to apply ${how === 'add' ? '$inc' : '$mul'} operations to current value: the result does not fit in 64 bits`,
    );
  const isSmall = a instanceof Int32 && b instanceof Int32 && BigInt.asIntN(32, result) === result;
  return isSmall ? new Int32(Number(result)) : Long.fromBigInt(result);
}

/** Adds or multiplies as the server does: the wider type wins, int32 grows to int64, overflow is refused. */
export function compute(a: unknown, b: unknown, how: Arithmetic): unknown {
  if (a instanceof Decimal128 || b instanceof Decimal128) return decimal(a, b, how);
  const isWhole = [a, b].every((value) => value instanceof Int32 || value instanceof Long);
  return isWhole ? whole(a, b, how) : new Double(double(a, b, how));
}

/** Zero of the same type, which is what multiplying a missing field leaves. */
export function zeroLike(value: unknown): unknown {
  if (value instanceof Int32) return new Int32(0);
  if (value instanceof Long) return Long.ZERO;
  return value instanceof Decimal128 ? Decimal128.fromString('0') : new Double(0);
}

/** Joins two whole numbers bit by bit; anything else is refused. */
export function bitwise(current: unknown, spec: Readonly<Record<string, unknown>>): unknown {
  let value = current;
  for (const [name, operand] of Object.entries(spec)) {
    if (!isWholeNumber(value) || !isWholeNumber(operand))
      return refuse(2, 'The $bit modifier field must be an Integer(32/64 bit)');
    const [x, y] = [BigInt(String(value)), BigInt(String(operand))];
    const joined =
      name === 'and' ? x & y : name === 'or' ? x | y : name === 'xor' ? x ^ y : undefined;
    if (joined === undefined)
      return refuse(
        2,
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator`,
      );
    value =
      value instanceof Int32 && operand instanceof Int32
        ? new Int32(Number(joined))
        : Long.fromBigInt(joined);
  }
  return value;
}

function isWholeNumber(value: unknown): boolean {
  return isNumeric(value) && (value instanceof Int32 || value instanceof Long);
}
