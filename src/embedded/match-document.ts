import { BSONRegExp } from 'bson';
import { isDoc, isTruthy, plainDoc, type Doc } from './bson-value';
import { compileExpression, type Scope } from './expression';
import { equals, found, matchesRegex, VALUE_OPERATORS, type Test } from './match-operators';
import { refuse } from './mongo-error';
import { valuesAt } from './path-values';

/** Says whether a document satisfies a filter. */
export type Matcher = (doc: Doc) => boolean;

const REFERENCE = new Set(['$ref', '$id', '$db']);

/** Says whether a field's condition is made of operators rather than being a value to equal. */
export function isCondition(value: unknown): value is Doc {
  const [first] = isDoc(value) ? Object.keys(value) : [];
  return first?.startsWith('$') === true && !REFERENCE.has(first);
}

function both(tests: readonly Test[]): Test {
  const [first] = tests;
  if (first && tests.length === 1) return first;
  return (values) => tests.every((test) => test(values));
}

function elemMatch(operand: unknown, scope: Scope): Test {
  if (!isDoc(operand)) return refuse(2, '$elemMatch needs an Object');
  const logical = ['$and', '$or', '$nor', '$expr', '$comment'].includes(
    Object.keys(operand)[0] ?? '',
  );
  const one: (item: unknown) => boolean =
    isCondition(operand) && !logical ? elementTest(operand, scope) : documentTest(operand, scope);
  return ({ leaves }) => leaves.some((leaf) => Array.isArray(leaf) && leaf.some(one));
}

function elementTest(operand: Doc, scope: Scope): (item: unknown) => boolean {
  const test = compileCondition(operand, scope);
  return (item) => test({ leaves: [item], each: [item] });
}

function documentTest(operand: Doc, scope: Scope): (item: unknown) => boolean {
  const matches = compileFilter(operand, scope);
  return (item) => isDoc(item) && matches(item);
}

function all(operand: unknown, scope: Scope): Test {
  if (!Array.isArray(operand)) return refuse(2, '$all needs an array');
  const tests = operand.map((item: unknown) => {
    if (isDoc(item) && '$elemMatch' in item) return elemMatch(item['$elemMatch'], scope);
    return compileValue(item, scope);
  });
  return (values) => tests.length > 0 && tests.every((test) => test(values));
}

function negated(operand: unknown, scope: Scope): Test {
  if (!isCondition(operand) && !(operand instanceof BSONRegExp) && !(operand instanceof RegExp))
    return refuse(2, '$not needs a regex or a document');
  const test = compileValue(operand, scope);
  return (values) => !test(values);
}

function compileOperator(name: string, condition: Doc, scope: Scope): Test | undefined {
  const operand = condition[name];
  if (name === '$regex') return matchesRegex(operand, condition['$options']);
  if (name === '$options')
    return '$regex' in condition ? undefined : refuse(2, '$options needs a $regex');
  if (name === '$elemMatch') return elemMatch(operand, scope);
  if (name === '$all') return all(operand, scope);
  if (name === '$not') return negated(operand, scope);
  const make = VALUE_OPERATORS.get(name);
  return make ? make(operand) : refuse(2, `unknown operator: ${name}`);
}

/** Compiles the operators that stand under one field. */
export function compileCondition(condition: Doc, scope: Scope): Test {
  const tests = Object.keys(condition).map((name) => compileOperator(name, condition, scope));
  return both(tests.filter((test) => test !== undefined));
}

function compileValue(value: unknown, scope: Scope): Test {
  if (value instanceof BSONRegExp || value instanceof RegExp) return matchesRegex(value);
  return isCondition(value) ? compileCondition(value, scope) : equals(value);
}

function branches(name: string, operand: unknown, scope: Scope): Matcher[] {
  if (!Array.isArray(operand) || operand.length === 0)
    return refuse(2, `${name} argument must be a nonempty array`);
  return operand.map((branch: unknown) =>
    isDoc(branch)
      ? compileFilter(branch, scope)
      : refuse(2, `${name} argument's entries must be objects`),
  );
}

function expressionTest(operand: unknown, scope: Scope): Matcher {
  const evaluate = compileExpression(operand, scope);
  return (doc) => isTruthy(evaluate(plainDoc(doc)));
}

const LOGICAL: Readonly<Record<string, (tests: readonly Matcher[]) => Matcher>> = {
  $and: (tests) => (doc) => tests.every((test) => test(doc)),
  $or: (tests) => (doc) => tests.some((test) => test(doc)),
  $nor: (tests) => (doc) => !tests.some((test) => test(doc)),
};

function compileTop(name: string, operand: unknown, scope: Scope): Matcher {
  const join = LOGICAL[name];
  if (join) return join(branches(name, operand, scope));
  if (name === '$expr') return expressionTest(operand, scope);
  if (name === '$comment') return () => true;
  return refuse(
    2,
    `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
  );
}

function compileField(path: string, value: unknown, scope: Scope): Matcher {
  if (path.startsWith('$')) return compileTop(path, value, scope);
  const test = compileValue(value, scope);
  return (doc) => test(found(valuesAt(doc, path)));
}

/**
 * Compiles a filter into a test of documents, with MongoDB's rules for types, nulls and arrays.
 * An unknown operator is refused (2), by name, before any document is looked at.
 */
export function compileFilter(filter: Doc, scope: Scope): Matcher {
  const tests = Object.entries(filter).map(([path, value]) => compileField(path, value, scope));
  const [first] = tests;
  if (first && tests.length === 1) return first;
  return (doc) => tests.every((test) => test(doc));
}
