import { isDoc, isNumeric, plainDoc, toNumber, type Doc } from './bson-value';
import { compareValues } from './bson-order';
import { summand } from './exact-expressions';
import { compileExpression, type Expression, type Scope } from './expression';
import { encodeValue } from './index-key';
import { refuse } from './mongo-error';

/** Collects the values of one field of a group and gives its result. */
interface Collector {
  add(value: unknown): void;
  result(): unknown;
}

function sum(): Collector {
  let total = 0;
  return { add: (value) => void (total += summand(value) ?? 0), result: () => total };
}

function average(): Collector {
  let [total, count] = [0, 0];
  return {
    add: (value) => {
      const number = summand(value);
      if (number === undefined) return;
      [total, count] = [total + number, count + 1];
    },
    result: () => (count > 0 ? total / count : null),
  };
}

function extreme(side: 1 | -1): () => Collector {
  return () => {
    let best: unknown;
    return {
      add: (value) => {
        if (value === null || value === undefined) return;
        if (best === undefined || compareValues(value, best) * side > 0) best = value;
      },
      result: () => best ?? null,
    };
  };
}

function first(): Collector {
  let [found, any]: [unknown, boolean] = [undefined, false];
  return {
    add: (value) => {
      if (!any) [found, any] = [value, true];
    },
    result: () => found ?? null,
  };
}

function last(): Collector {
  let found: unknown;
  return { add: (value) => void (found = value), result: () => found ?? null };
}

function push(): Collector {
  const values: unknown[] = [];
  return {
    add: (value) => {
      if (value !== undefined) values.push(value);
    },
    result: () => values,
  };
}

function addToSet(): Collector {
  const values = new Map<string, unknown>();
  return {
    add: (value) => {
      if (value === undefined) return;
      const key = encodeValue(value).bytes.toString('latin1');
      if (!values.has(key)) values.set(key, value);
    },
    result: () => [...values.values()],
  };
}

function mergeObjects(): Collector {
  let merged: Doc = {};
  return {
    add: (value) => {
      if (value === null || value === undefined) return;
      merged = isDoc(value)
        ? { ...merged, ...value }
        : refuse(40400, '$mergeObjects requires object inputs');
    },
    result: () => merged,
  };
}

function deviation(isSample: boolean): () => Collector {
  return () => {
    const numbers: number[] = [];
    return {
      add: (value) => {
        const number = isNumeric(value) ? summand(value) : undefined;
        if (number !== undefined) numbers.push(number);
      },
      result: () => {
        const divisor = numbers.length - Number(isSample);
        if (divisor <= 0) return null;
        const mean = numbers.reduce((total, number) => total + number, 0) / numbers.length;
        return Math.sqrt(
          numbers.reduce((total, number) => total + (number - mean) ** 2, 0) / divisor,
        );
      },
    };
  };
}

function count(): Collector {
  let total = 0;
  return { add: () => void (total += 1), result: () => total };
}

const COLLECTORS: Readonly<Record<string, () => Collector>> = {
  $sum: sum,
  $avg: average,
  $min: extreme(-1),
  $max: extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $mergeObjects: mergeObjects,
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
  $count: count,
};

interface GroupField {
  readonly name: string;
  readonly make: () => Collector;
  readonly value: Expression;
}

function accumulatorOf(name: string, spec: unknown): readonly [string, unknown] {
  const [first, ...more] = isDoc(spec) ? Object.entries(spec) : [];
  if (!first?.[0].startsWith('$'))
    return refuse(40234, `The field '${name}' must be an accumulator object`);
  return more.length === 0
    ? first
    : refuse(40238, `The field '${name}' must specify one accumulator`);
}

function readField(name: string, spec: unknown, scope: Scope): GroupField {
  if (name.includes('.')) return refuse(40235, `The field name '${name}' cannot contain '.'`);
  const [operator, operand] = accumulatorOf(name, spec);
  const make = Object.hasOwn(COLLECTORS, operator) ? COLLECTORS[operator] : undefined;
  if (!make) return refuse(15952, `unknown group operator '${operator}'`);
  const number = operator === '$count' ? 1 : toNumber(operand);
  const value = number === undefined ? compileExpression(operand, scope) : () => number;
  return { name, make, value };
}

interface Group {
  readonly id: unknown;
  readonly collectors: readonly Collector[];
}

function withoutGaps(value: unknown): unknown {
  if (!isDoc(value)) return value ?? null;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}

/** Compiles `$group`; groups come in the order in which they were first met. */
export function compileGroup(
  spec: unknown,
  scope: Scope,
): (docs: Iterable<Doc | undefined>) => Iterable<Doc | undefined> {
  if (!isDoc(spec)) return refuse(15947, "a group's fields must be specified in an object");
  if (!('_id' in spec)) return refuse(15955, 'a group specification must include an _id');
  const { _id, ...rest } = spec;
  const idOf = compileExpression(_id, scope);
  const fields = Object.entries(rest).map(([name, value]) => readField(name, value, scope));
  return function* grouped(docs) {
    const groups = new Map<string, Group>();
    for (const doc of docs) {
      if (doc) addTo(groups, idOf, fields, plainDoc(doc));
      yield undefined;
    }
    for (const { id, collectors } of groups.values())
      yield {
        _id: id,
        ...Object.fromEntries(fields.map(({ name }, at) => [name, collectors[at]?.result()])),
      };
  };
}

function addTo(
  groups: Map<string, Group>,
  idOf: Expression,
  fields: readonly GroupField[],
  doc: Doc,
): void {
  const id = withoutGaps(idOf(doc));
  const key = encodeValue(id).bytes.toString('latin1');
  const group = groups.get(key) ?? { id, collectors: fields.map(({ make }) => make()) };
  groups.set(key, group);
  for (const [at, { value }] of fields.entries()) group.collectors[at]?.add(value(doc));
}
