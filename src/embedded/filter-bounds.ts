import { BSONRegExp, MaxKey, MinKey } from 'bson';
import { afterPrefix } from './disk';
import { rankOf } from './bson-order';
import { isDoc, toNumber, type Doc } from './bson-value';
import { encodeValue } from './index-key';
import { isCondition } from './match-document';

/** What a filter says of one path: the values it may equal, or one or two bounds of one type. */
export interface Constraint {
  readonly points?: readonly unknown[];
  readonly low?: Bound | undefined;
  readonly high?: Bound | undefined;
}

interface Bound {
  readonly value: unknown;
  readonly included: boolean;
}

/** The constraints of a filter by path, all of which hold at once. */
export type Constraints = ReadonlyMap<string, Constraint>;

/** A stretch of encoded values, start included, end excluded. */
export interface Stretch {
  readonly start: Buffer;
  readonly end: Buffer;
  readonly isPoint: boolean;
}

/** Only these values can be looked up; arrays and patterns match in other ways than by equality. */
function isPoint(value: unknown): boolean {
  return !Array.isArray(value) && !(value instanceof BSONRegExp) && !(value instanceof RegExp);
}

function isBound(value: unknown): boolean {
  if (value === null || value === undefined || !isPoint(value)) return false;
  return !(value instanceof MinKey || value instanceof MaxKey) && !Number.isNaN(toNumber(value));
}

const BOUNDS: Readonly<Record<string, (value: unknown) => Constraint>> = {
  $gt: (value) => ({ low: { value, included: false } }),
  $gte: (value) => ({ low: { value, included: true } }),
  $lt: (value) => ({ high: { value, included: false } }),
  $lte: (value) => ({ high: { value, included: true } }),
};

function constraintOf(name: string, operand: unknown): Constraint | undefined {
  if (name === '$eq') return isPoint(operand) ? { points: [operand] } : undefined;
  if (name === '$in')
    return Array.isArray(operand) && operand.every(isPoint) ? { points: operand } : undefined;
  return isBound(operand) ? BOUNDS[name]?.(operand) : undefined;
}

function areOneRange(low: Bound | undefined, high: Bound | undefined): boolean {
  return low !== undefined && high !== undefined && rankOf(low.value) === rankOf(high.value);
}

/** Of two constraints on a path the stronger kind counts; a lower and an upper bound make one range. */
function join(known: Constraint | undefined, more: Constraint): Constraint {
  if (!known || (more.points && !known.points)) return more;
  if (known.points) return known;
  const [low, high] = [known.low ?? more.low, known.high ?? more.high];
  return areOneRange(low, high) ? { low, high } : known;
}

function collect(filter: Doc, prefix: string, found: Map<string, Constraint>): void {
  for (const [name, value] of Object.entries(filter)) {
    if (name === '$and') collectAll(value, prefix, found);
    else if (!name.startsWith('$')) collectField(prefix + name, value, found);
  }
}

function collectAll(parts: unknown, prefix: string, found: Map<string, Constraint>): void {
  for (const part of Array.isArray(parts) ? (parts as unknown[]) : [])
    if (isDoc(part)) collect(part, prefix, found);
}

function note(
  path: string,
  constraint: Constraint | undefined,
  found: Map<string, Constraint>,
): void {
  if (constraint) found.set(path, join(found.get(path), constraint));
}

function collectField(path: string, value: unknown, found: Map<string, Constraint>): void {
  if (!isCondition(value)) return note(path, constraintOf('$eq', value), found);
  for (const [name, operand] of Object.entries(value)) {
    if (name !== '$elemMatch') note(path, constraintOf(name, operand), found);
    else if (isCondition(operand)) collectField(path, operand, found);
    else if (isDoc(operand)) collect(operand, `${path}.`, found);
  }
}

/** Reads from a filter what an index can use; whatever it leaves out is checked on the documents. */
export function constraintsOf(filter: Doc): Constraints {
  const found = new Map<string, Constraint>();
  collect(filter, '', found);
  return found;
}

function pointStretch(value: unknown): Stretch {
  const { bytes } = encodeValue(value ?? null);
  return { start: bytes, end: afterPrefix(bytes), isPoint: true };
}

/** A point at null also reads the key of undefined, which null equals. */
function stretchesOfPoint(value: unknown): Stretch[] {
  return value === null || value === undefined
    ? [{ start: Buffer.from([2]), end: Buffer.from([4]), isPoint: false }]
    : [pointStretch(value)];
}

function startOf(low: Bound): Buffer {
  const { bytes, lossy } = encodeValue(low.value);
  return low.included || lossy ? bytes : afterPrefix(bytes);
}

function endOf(high: Bound): Buffer {
  const { bytes, lossy } = encodeValue(high.value);
  return high.included || lossy ? afterPrefix(bytes) : bytes;
}

function rangeStretch({ low, high }: Constraint): Stretch {
  const rank = rankOf((low ?? high)?.value);
  return {
    start: low ? startOf(low) : Buffer.from([rank]),
    end: high ? endOf(high) : Buffer.from([rank + 1]),
    isPoint: false,
  };
}

function isEmpty({ start, end }: Stretch): boolean {
  return Buffer.compare(start, end) >= 0;
}

/**
 * The stretches of encoded values a constraint allows. On a path that holds arrays two bounds may
 * be met by two elements, so only one of them is used there.
 */
export function stretchesOf(constraint: Constraint, isMultikey: boolean): Stretch[] {
  if (!constraint.points) {
    const { low, high } = constraint;
    const usable = isMultikey && low ? { low } : { low, high };
    return [rangeStretch(usable)].filter((one) => !isEmpty(one));
  }
  const all = constraint.points.flatMap(stretchesOfPoint);
  const distinct = new Map(all.map((one) => [one.start.toString('latin1'), one]));
  return [...distinct.values()].sort((a, b) => Buffer.compare(a.start, b.start));
}

/** Says whether a constraint can hold only where the field is there, and not null. */
export function impliesPresence(constraint: Constraint | undefined): boolean {
  if (!constraint) return false;
  return (
    !constraint.points || constraint.points.every((value) => value !== null && value !== undefined)
  );
}
