import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as expressions from 'mingo/operators/expression';
import { isDoc, plain, type Doc } from './bson-value';
import { DATE_EXPRESSIONS } from './date-expressions';
import { EXACT_ARRAYS } from './exact-arrays';
import { EXACT_EXPRESSIONS, type EvalOptions, type Operator } from './exact-expressions';
import { EXACT_SCALARS } from './exact-scalars';
import { refuse } from './mongo-error';

/** What an expression may refer to besides the document: `$$NOW` and the variables of `let`. */
export interface Scope {
  readonly now: Date;
  readonly variables: Doc;
}

/** Computes a value from a document of plain JavaScript values. */
export type Expression = (doc: unknown) => unknown;

/** Operators of the library whose results could silently differ from MongoDB's. */
const REFUSED = new Set([
  '$function',
  '$convert',
  '$dateFromString',
  '$toHashedIndexKey',
  '$toDecimal',
  '$toLong',
  '$indexOfBytes',
  '$regexFind',
  '$regexFindAll',
  '$maxN',
  '$minN',
  '$median',
  '$percentile',
  '$zip',
  '$bitAnd',
  '$bitOr',
  '$bitXor',
  '$bitNot',
  '$strcasecmp',
  '$sigmoid',
]);

/** Operators of one operand, which MongoDB also takes as a list of one. */
const UNARY = [
  '$abs',
  '$ceil',
  '$floor',
  '$sqrt',
  '$exp',
  '$ln',
  '$log10',
  '$strLenCP',
  '$strLenBytes',
  '$reverseArray',
  '$objectToArray',
  '$toBool',
] as const;

type Operators = Record<`$${string}`, Operator>;

function takingLists(library: Operators): Operators {
  return Object.fromEntries(
    UNARY.map((name) => [
      name,
      (doc: unknown, operand: unknown, options: EvalOptions) => {
        const isListOfOne = Array.isArray(operand) && operand.length === 1;
        return library[name]?.(doc, isListOfOne ? operand[0] : operand, options);
      },
    ]),
  );
}

const own: Operators = {
  ...takingLists(expressions as unknown as Operators),
  ...DATE_EXPRESSIONS,
  ...EXACT_EXPRESSIONS,
  ...EXACT_ARRAYS,
  ...EXACT_SCALARS,
};

const CONTEXT = Context.init({ expression: { ...expressions, ...own } });

function isKnown(name: string): boolean {
  if (REFUSED.has(name)) return false;
  return name in own || name in expressions;
}

function checkOperator(name: string, count: number): void {
  if (!isKnown(name)) refuse(168, `Unrecognized expression '${name}'`);
  if (count > 1) refuse(15983, 'An object representing an expression must have exactly one field');
}

/** Refuses an expression that names an operator the store does not have (168), before anything runs. */
export function checkExpression(expression: unknown): void {
  if (Array.isArray(expression)) return expression.forEach(checkExpression);
  if (!isDoc(expression)) return;
  const names = Object.keys(expression);
  const [first = ''] = names;
  if (first === '$literal') return;
  if (first.startsWith('$')) checkOperator(first, names.length);
  Object.values(expression).forEach(checkExpression);
}

/** `$$NOW` is read once per command; the library would ask the system's clock. */
function withNow(expression: unknown, now: Date): unknown {
  if (typeof expression === 'string') return expression === '$$NOW' ? now : expression;
  if (Array.isArray(expression)) return expression.map((part: unknown) => withNow(part, now));
  if (!isDoc(expression) || '$literal' in expression) return expression;
  return Object.fromEntries(
    Object.entries(expression).map(([name, part]) => [name, withNow(part, now)]),
  );
}

interface ReusableOptions extends EvalOptions {
  update(locals: { root: unknown }): unknown;
}

/** The library prepares its options anew at every call unless it is given those it once prepared. */
function preparedOptions(scope: Scope): ReusableOptions {
  const handOver: Operator = (_doc, _operand, options) => options;
  const context = Context.from(CONTEXT).addExpressionOps({ $handOver: handOver });
  const options = { context, variables: scope.variables, ...OPTIONS };
  return evalExpr({}, { $handOver: 1 }, options) as ReusableOptions;
}

const OPTIONS = {
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
};

/** Compiles an expression; documents given to it hold plain values, dates and BSON objects. */
export function compileExpression(expression: unknown, scope: Scope): Expression {
  checkExpression(expression);
  const ready = withNow(plain(expression), scope.now);
  const options = preparedOptions(scope);
  return (doc) => {
    options.update({ root: doc });
    return evalExpr(doc, ready, options);
  };
}
