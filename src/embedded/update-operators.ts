import { BSONRegExp, Int32, Long, Timestamp } from 'bson';
import { compareValues, sameValue } from './bson-order';
import { isDoc, isNumeric, toNumber, typeNameOf, type Doc } from './bson-value';
import type { Scope } from './expression';
import { compileFilter, isCondition } from './match-document';
import { refuse } from './mongo-error';
import { MISSING } from './path-values';
import { sortBy, sortFields } from './sort-documents';
import { bitwise, compute, zeroLike } from './update-numbers';
import { KEEP, type Edit } from './update-path';

/** Makes the edit of one field from the operator's operand for it. */
export type MakeEdit = (operand: unknown, path: string, scope: Scope) => Edit;

function numeric(name: string, how: 'add' | 'multiply'): MakeEdit {
  const verb = how === 'add' ? 'increment' : 'multiply';
  return (operand, path) => {
    if (!isNumeric(operand))
      return refuse(
        14,
        `Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
      );
    return (current) => {
      if (current === MISSING) return how === 'add' ? operand : zeroLike(operand);
      if (!isNumeric(current))
        return refuse(
          14,
          `Cannot apply ${name} to a value of non-numeric type. The document has the field '${path}' of non-numeric type ${typeNameOf(current)}`,
        );
      return compute(current, operand, how);
    };
  };
}

function bound(side: number): MakeEdit {
  return (operand) => (current) =>
    current === MISSING || compareValues(operand, current) * side > 0 ? operand : KEEP;
}

function currentDate(operand: unknown, _path: string, { now }: Scope): Edit {
  const type = isDoc(operand) ? operand['$type'] : operand === true ? 'date' : undefined;
  if (type === 'date') return () => new Date(now);
  if (type === 'timestamp')
    return () => new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  return refuse(
    2,
    "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
  );
}

function listIn(current: unknown, path: string, complaint: (type: string) => string): unknown[] {
  if (current === MISSING) return [];
  if (Array.isArray(current)) return [...(current as unknown[])];
  return refuse(2, complaint(typeNameOf(current)).replace('%path', path));
}

function eachOf(operand: unknown, name: string): unknown[] {
  if (!isDoc(operand) || !('$each' in operand)) return [operand];
  const each = operand['$each'];
  return Array.isArray(each)
    ? each
    : refuse(
        2,
        `The argument to $each in ${name} must be an array but it was of type ${typeNameOf(each)}`,
      );
}

const PUSH_PARTS = new Set(['$each', '$slice', '$sort', '$position']);

function wholeNumber(value: unknown, name: string): number {
  const number = toNumber(value);
  return Number.isInteger(number)
    ? (number ?? 0)
    : refuse(
        2,
        `The value for ${name} must be an integer value but was given type: ${typeNameOf(value)}`,
      );
}

function sorted(list: unknown[], order: unknown): unknown[] {
  if (!isDoc(order)) {
    const direction = toNumber(order);
    if (direction !== 1 && direction !== -1)
      return refuse(2, 'The $sort element value must be either 1 or -1');
    return [...list].sort((a, b) => compareValues(a, b) * direction);
  }
  return sortBy(list, (item) => (isDoc(item) ? item : {}), sortFields(order));
}

function sliced(list: unknown[], operand: unknown): unknown[] {
  const size = wholeNumber(operand, '$slice');
  return size < 0 ? list.slice(size) : list.slice(0, size);
}

const push: MakeEdit = (operand, path) => {
  const added = eachOf(operand, '$push');
  const spec: Doc = isDoc(operand) && '$each' in operand ? operand : {};
  const unknown = Object.keys(spec).find((name) => !PUSH_PARTS.has(name));
  if (unknown !== undefined) return refuse(2, `Unrecognized clause in $push: ${unknown}`);
  return (current) => {
    const list = listIn(
      current,
      path,
      (type) => `The field '%path' must be an array but is of type ${type} in document`,
    );
    const at = '$position' in spec ? wholeNumber(spec['$position'], '$position') : list.length;
    list.splice(at, 0, ...added);
    const ordered = '$sort' in spec ? sorted(list, spec['$sort']) : list;
    return '$slice' in spec ? sliced(ordered, spec['$slice']) : ordered;
  };
};

const addToSet: MakeEdit = (operand, path) => {
  const added = eachOf(operand, '$addToSet');
  return (current) => {
    const list = listIn(
      current,
      path,
      (type) =>
        `Cannot apply $addToSet to non-array field. Field named '%path' has non-array type ${type}`,
    );
    const before = list.length;
    for (const item of added)
      if (!list.some((present) => sameValue(present, item))) list.push(item);
    return list.length === before && current !== MISSING ? KEEP : list;
  };
};

function pullTest(operand: unknown, scope: Scope): (item: unknown) => boolean {
  const isValueTest = isCondition(operand) || operand instanceof BSONRegExp;
  if (!isValueTest && isDoc(operand)) {
    const matches = compileFilter(operand, scope);
    return (item) => isDoc(item) && matches(item);
  }
  if (!isValueTest) return (item) => sameValue(item, operand);
  const matches = compileFilter({ item: operand }, scope);
  return (item) => matches({ item });
}

function pulling(name: string, test: (item: unknown) => boolean): Edit {
  return (current) => {
    if (current === MISSING) return KEEP;
    if (!Array.isArray(current)) return refuse(2, `Cannot apply ${name} to a non-array value`);
    const kept = current.filter((item) => !test(item));
    return kept.length === current.length ? KEEP : kept;
  };
}

const pullAll: MakeEdit = (operand) => {
  if (!Array.isArray(operand))
    return refuse(2, `$pullAll requires an array argument but was given a ${typeNameOf(operand)}`);
  return pulling('$pullAll', (item) => operand.some((value) => sameValue(value, item)));
};

const pop: MakeEdit = (operand, path) => {
  const end = toNumber(operand);
  if (end !== 1 && end !== -1)
    return refuse(9, `$pop expects 1 or -1, found: ${JSON.stringify(operand)}`);
  return (current) => {
    if (current === MISSING) return KEEP;
    if (!Array.isArray(current))
      return refuse(
        14,
        `Path '${path}' contains an element of non-array type '${typeNameOf(current)}'`,
      );
    const list: unknown[] = current;
    return end === 1 ? list.slice(0, -1) : list.slice(1);
  };
};

const bit: MakeEdit = (operand) => {
  if (!isDoc(operand) || Object.keys(operand).length === 0)
    return refuse(
      2,
      'The $bit modifier is not compatible with this value: expected an object with and, or or xor',
    );
  const isLong = Object.values(operand).some((value) => value instanceof Long);
  return (current) =>
    bitwise(current === MISSING ? (isLong ? Long.ZERO : new Int32(0)) : current, operand);
};

/** The operators that may create the field they name. */
export const CREATING: ReadonlyMap<string, MakeEdit> = new Map<string, MakeEdit>([
  ['$set', (operand) => () => operand],
  ['$setOnInsert', (operand) => () => operand],
  ['$inc', numeric('$inc', 'add')],
  ['$mul', numeric('$mul', 'multiply')],
  ['$min', bound(-1)],
  ['$max', bound(1)],
  ['$currentDate', currentDate],
  ['$push', push],
  ['$addToSet', addToSet],
  ['$bit', bit],
]);

/** The operators that leave a field alone that is not there. */
export const REDUCING: ReadonlyMap<string, MakeEdit> = new Map<string, MakeEdit>([
  ['$unset', () => () => MISSING],
  ['$pull', (operand, _path, scope) => pulling('$pull', pullTest(operand, scope))],
  ['$pullAll', pullAll],
  ['$pop', pop],
]);
