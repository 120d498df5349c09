import { Decimal128, Double, Long } from 'bson';
import { evalExpr } from 'mingo/core';
import { fractionOf } from './bson-order';
import { isDoc, isNumeric, toNumber, typeNameOf } from './bson-value';
import type { EvalOptions, Operator } from './exact-expressions';
import { matchesRegex } from './match-operators';
import { refuse } from './mongo-error';

const isNothing = (value: unknown): boolean => value === null || value === undefined;

function only(doc: unknown, operand: unknown, options: EvalOptions): unknown {
  const [one] = Array.isArray(operand) && operand.length === 1 ? (operand as unknown[]) : [operand];
  return evalExpr(doc, one, options);
}

/** The number to compute with; wide numbers are refused rather than rounded. */
function number(value: unknown, name: string): number {
  if (value instanceof Decimal128 || value instanceof Long)
    return refuse(
      238,
      `${name} of Decimal128 and of 64-bit integers beyond 2^53 is not supported by this store`,
    );
  return (
    toNumber(value) ??
    refuse(28765, `${name} only supports numeric types, not ${typeNameOf(value)}`)
  );
}

/** Divides exactly and rounds the quotient; a half goes to the even neighbour. */
function roundedQuotient(top: bigint, bottom: bigint, towardsZero: boolean): bigint {
  const [size, sign] = top < 0n ? [-top, -1n] : [top, 1n];
  const [whole, rest] = [size / bottom, (size % bottom) * 2n];
  const up = !towardsZero && (rest > bottom || (rest === bottom && whole % 2n === 1n));
  return sign * (up ? whole + 1n : whole);
}

function rounding(name: string, towardsZero: boolean): Operator {
  return (doc, operand, options) => {
    const parts: unknown[] = Array.isArray(operand) ? operand : [operand];
    const [value, place = 0] = parts.map((part) => evalExpr(doc, part, options));
    if (isNothing(value) || place === null) return null;
    const [given, digits] = [number(value, name), number(place, name)];
    if (!Number.isInteger(digits) || digits < -20 || digits > 100)
      return refuse(
        51083,
        `cannot apply ${name} with precision value ${String(digits)} value must be in [-20, 100]`,
      );
    if (!Number.isFinite(given)) return given;
    const { top, bottom } = fractionOf(new Double(given));
    const scale = 10n ** BigInt(Math.abs(digits));
    const quotient =
      digits < 0
        ? roundedQuotient(top, bottom * scale, towardsZero)
        : roundedQuotient(top * scale, bottom, towardsZero);
    return Number(`${String(quotient)}e${String(-digits)}`);
  };
}

const mod: Operator = (doc, operand, options) => {
  const parts: unknown[] = Array.isArray(operand) ? operand : [operand];
  const [a, b] = parts.map((part) => evalExpr(doc, part, options));
  if (parts.length !== 2) return refuse(16020, 'Expression $mod takes exactly 2 arguments.');
  if (isNothing(a) || isNothing(b)) return null;
  const [x, y] = [number(a, '$mod'), number(b, '$mod')];
  return y === 0 ? refuse(16610, "can't $mod by zero") : x % y;
};

function cannot(value: unknown, type: string): never {
  return refuse(
    241,
    `Unsupported conversion from ${typeNameOf(value)} to ${type} in $convert with no onError value`,
  );
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function converted(value: unknown, type: string): number {
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date && type === 'double') return value.getTime();
  if (typeof value === 'string' && (type === 'int' ? /^[+-]?\d+$/ : NUMBER).test(value))
    return Number(value);
  return isNumeric(value) ? number(value, '$convert') : cannot(value, type);
}

const toDouble: Operator = (doc, operand, options) => {
  const value = only(doc, operand, options);
  return isNothing(value) ? null : converted(value, 'double');
};

const toInt: Operator = (doc, operand, options) => {
  const value = only(doc, operand, options);
  if (isNothing(value)) return null;
  const whole = Math.trunc(converted(value, 'int'));
  return Math.abs(whole) <= 2 ** 31 - 1 || whole === -(2 ** 31) ? whole : cannot(value, 'int');
};

const isNumber: Operator = (doc, operand, options) => isNumeric(only(doc, operand, options));

function cased(change: (text: string) => string): Operator {
  return (doc, operand, options) => {
    const value = only(doc, operand, options);
    if (isNothing(value)) return '';
    if (typeof value === 'string') return change(value);
    return typeof value === 'number'
      ? String(value)
      : refuse(16007, `can't convert from BSON type ${typeNameOf(value)} to String`);
  };
}

const ASCII_LOWER = /[a-z]+/g;
const ASCII_UPPER = /[A-Z]+/g;

const regexMatch: Operator = (doc, operand, options) => {
  const spec = isDoc(operand) ? operand : {};
  const [input, regex, flags] = ['input', 'regex', 'options'].map((name) =>
    evalExpr(doc, spec[name], options),
  );
  if (isNothing(input) || isNothing(regex)) return false;
  if (typeof input !== 'string')
    return refuse(51104, "$regexMatch needs 'input' to be of type string");
  return matchesRegex(regex, flags)({ leaves: [input], each: [input] });
};

/** Operators of numbers and texts whose results in the library differ from MongoDB's. */
export const EXACT_SCALARS: Record<`$${string}`, Operator> = {
  $round: rounding('$round', false),
  $trunc: rounding('$trunc', true),
  $mod: mod,
  $toInt: toInt,
  $toDouble: toDouble,
  $isNumber: isNumber,
  $toUpper: cased((text) => text.replace(ASCII_LOWER, (part) => part.toUpperCase())),
  $toLower: cased((text) => text.replace(ASCII_UPPER, (part) => part.toLowerCase())),
  $regexMatch: regexMatch,
};
