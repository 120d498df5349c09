import { isDoc, isTruthy, type Doc } from './bson-value';
import { refuse } from './mongo-error';
import { MISSING, valueAt } from './path-values';
import type { Stage } from './pipeline-stage';

interface Unwind {
  readonly path: readonly string[];
  readonly indexPath: readonly string[] | undefined;
  readonly keepEmpty: boolean;
}

function readSpec(operand: unknown): Unwind {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = isDoc(operand)
    ? operand
    : { path: operand };
  if (typeof path !== 'string')
    return refuse(28808, 'expected a string as the path for $unwind stage');
  if (!path.startsWith('$') || path.length < 2)
    return refuse(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  if (
    includeArrayIndex !== undefined &&
    (typeof includeArrayIndex !== 'string' || includeArrayIndex === '')
  )
    return refuse(
      28810,
      'expected a non-empty string for the includeArrayIndex option to $unwind stage',
    );
  return {
    path: path.slice(1).split('.'),
    indexPath: includeArrayIndex?.split('.'),
    keepEmpty: isTruthy(preserveNullAndEmptyArrays),
  };
}

/** A copy of a document with one field set, or removed where the value is MISSING. */
function withField(doc: Doc, [head = '', ...rest]: readonly string[], value: unknown): Doc {
  const inner = doc[head];
  const next = rest.length > 0 ? withField(isDoc(inner) ? inner : {}, rest, value) : value;
  if (next !== MISSING) return { ...doc, [head]: next };
  const { [head]: _gone, ...others } = doc;
  return others;
}

function* unwound(doc: Doc, { path, indexPath, keepEmpty }: Unwind): Generator<Doc> {
  const value = valueAt(doc, path.join('.'));
  const numbered = (one: Doc, at: number | null): Doc =>
    indexPath ? withField(one, indexPath, at) : one;
  if (!Array.isArray(value)) {
    if (keepEmpty || (value !== MISSING && value !== null && value !== undefined))
      yield numbered(doc, null);
  } else if (value.length === 0) {
    if (keepEmpty) yield numbered(withField(doc, path, MISSING), null);
  } else for (const [at, item] of value.entries()) yield numbered(withField(doc, path, item), at);
}

/** Compiles `$unwind`: one document for each element of an array. */
export function compileUnwind(operand: unknown): Stage {
  const spec = readSpec(operand);
  return function* unwinding(docs) {
    for (const doc of docs) {
      if (doc) yield* unwound(doc, spec);
      else yield undefined;
    }
  };
}
