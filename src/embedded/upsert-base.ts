import { BSONRegExp } from 'bson';
import { isDoc, type Doc } from './bson-value';
import { isCondition } from './match-document';
import { refuse } from './mongo-error';
import { editAt } from './update-path';

type Equality = readonly [string, unknown];

function equalityOf(path: string, value: unknown): Equality[] {
  if (value instanceof BSONRegExp) return [];
  if (!isCondition(value)) return [[path, value]];
  if ('$eq' in value) return [[path, value['$eq']]];
  const all = value['$all'];
  return Array.isArray(all) && all.length === 1 && !isCondition(all[0])
    ? [[path, all[0] as unknown]]
    : [];
}

function equalities(filter: Doc): Equality[] {
  return Object.entries(filter).flatMap(([path, value]) => {
    if (path === '$and' && Array.isArray(value))
      return value.flatMap((part: unknown) => (isDoc(part) ? equalities(part) : []));
    return path.startsWith('$') ? [] : equalityOf(path, value);
  });
}

/** The document an upsert starts from: what its filter says by equality, or for a replacement the `_id` alone. */
export function upsertBase(filter: Doc, idOnly: boolean): Doc {
  const base: Doc = {};
  const seen = new Set<string>();
  for (const [path, value] of equalities(filter)) {
    if (idOnly && path !== '_id') continue;
    if (seen.has(path))
      refuse(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    seen.add(path);
    editAt(base, path.split('.'), () => value, true);
  }
  return base;
}
