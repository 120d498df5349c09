import { isDoc, type Doc } from './bson-value';
import type { Scope } from './expression';
import { compileFilter } from './match-document';
import { MISSING, valueAt } from './path-values';

function conditionsOn(filter: Doc, path: string): Doc[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if (name === path || name.startsWith(`${path}.`)) return [{ [name]: value }];
    if (name !== '$and' && name !== '$or') return [];
    return (Array.isArray(value) ? value : []).flatMap((part: unknown) =>
      isDoc(part) ? conditionsOn(part, path) : [],
    );
  });
}

function nested(path: string, list: readonly unknown[]): Doc {
  return path.split('.').reduceRight<unknown>((inner, part) => ({ [part]: inner }), list) as Doc;
}

/**
 * The place of the first array element that made a filter match: what `$` stands for in an update
 * and `.$` in a projection. Undefined where the filter says nothing about the array.
 */
export function matchedElement(
  doc: Doc,
  filter: Doc,
  path: string,
  scope: Scope,
): number | undefined {
  const list = valueAt(doc, path);
  const tests = conditionsOn(filter, path).map((condition) => compileFilter(condition, scope));
  if (!Array.isArray(list) || list === (MISSING as unknown) || tests.length === 0) return undefined;
  const alone = (item: unknown): Doc => nested(path, [item]);
  const full = list.findIndex((item) => tests.every((test) => test(alone(item))));
  const place =
    full >= 0 ? full : list.findIndex((item) => tests.some((test) => test(alone(item))));
  return place >= 0 ? place : undefined;
}
