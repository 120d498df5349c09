import { isDoc, type Doc } from './bson-value';
import { refuse } from './mongo-error';
import { isPlace, MISSING, valueAt } from './path-values';

/** What an edit returns to leave a field as it is, without creating it. */
export const KEEP = Symbol('keep');

/** Decides a field's new value from its present one (or MISSING); KEEP and MISSING mean leave and remove. */
export type Edit = (current: unknown) => unknown;

type Container = Doc | unknown[];

const isContainer = (value: unknown): value is Container => isDoc(value) || Array.isArray(value);

function read(container: Container, part: string): unknown {
  return Object.hasOwn(container, part) ? (container as Doc)[part] : MISSING;
}

function write(container: Container, part: string, value: unknown): void {
  if (!Array.isArray(container)) {
    Object.defineProperty(container, part, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
    return;
  }
  if (Number(part) > container.length + 1_500_000)
    refuse(2, "can't backfill array to larger than 1500000 elements");
  while (container.length < Number(part)) container.push(null);
  container[Number(part)] = value;
}

function remove(container: Container, part: string): void {
  if (Array.isArray(container)) container[Number(part)] = null;
  else Reflect.deleteProperty(container, part);
}

function cannotCreate(part: string, parent: string, value: unknown): never {
  return refuse(
    28,
    `Cannot create field '${part}' in element {${parent}: ${JSON.stringify(value)}}`,
  );
}

function apply(container: Container, part: string, edit: Edit): void {
  const current = read(container, part);
  const next = edit(current);
  if (next === KEEP || (next === MISSING && current === MISSING)) return;
  if (next === MISSING) remove(container, part);
  else write(container, part, next);
}

function fits(container: Container, part: string): boolean {
  return !Array.isArray(container) || isPlace(part);
}

/**
 * Edits the field at a concrete path. Creating makes the documents on the way and refuses (28) where
 * a scalar stands in it; otherwise an unreachable field is left alone.
 */
export function editAt(doc: Doc, parts: readonly string[], edit: Edit, creating: boolean): void {
  let container: Container = doc;
  for (const [at, part] of parts.entries()) {
    const parent = parts[at - 1] ?? '';
    if (!fits(container, part)) {
      if (creating) cannotCreate(part, parent, container);
      return;
    }
    if (at === parts.length - 1) return apply(container, part, edit);
    const next = step(container, part, creating);
    if (!isContainer(next)) {
      if (creating) cannotCreate(parts[at + 1] ?? '', part, next);
      return;
    }
    container = next;
  }
}

function step(container: Container, part: string, creating: boolean): unknown {
  const next = read(container, part);
  if (next !== MISSING || !creating) return next;
  const made: Doc = {};
  write(container, part, made);
  return made;
}

/** What the wild cards of a path stand for in one update. */
export interface Places {
  readonly matched: (path: string) => number | undefined;
  readonly filters: ReadonlyMap<string, (item: unknown) => boolean>;
}

function places(list: unknown, path: string, part: string, how: Places): number[] {
  if (part === '$') {
    const place = how.matched(path);
    return place === undefined
      ? refuse(2, 'The positional operator did not find the match needed from the query.')
      : [place];
  }
  if (!Array.isArray(list))
    return refuse(
      2,
      `The path '${path}' must exist in the document in order to apply array updates.`,
    );
  if (part === '$[]') return list.map((_item, place) => place);
  const name = part.slice(2, -1);
  const test = how.filters.get(name);
  if (!test)
    return refuse(2, `No array filter found for identifier '${name}' in path '${path}.${part}'`);
  return list.flatMap((item: unknown, place) => (test(item) ? [place] : []));
}

/** Replaces `$`, `$[]` and `$[name]` in a path by places, giving every concrete path it means. */
export function concretePaths(doc: Doc, path: string, how: Places): string[][] {
  let found: string[][] = [[]];
  for (const part of path.split('.')) {
    if (!part.startsWith('$')) {
      for (const parts of found) parts.push(part);
      continue;
    }
    found = found.flatMap((parts) => {
      const upTo = parts.join('.');
      return places(valueAt(doc, upTo), upTo, part, how).map((place) => [...parts, String(place)]);
    });
  }
  return found;
}
