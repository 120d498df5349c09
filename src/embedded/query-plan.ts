import { sameValue } from './bson-order';
import { isDoc, isTruthy, type Doc } from './bson-value';
import { indexPrefix, type Collection, type Index } from './catalog';
import { afterPrefix, type KeyRange } from './disk';
import {
  constraintsOf,
  impliesPresence,
  stretchesOf,
  type Constraints,
  type Stretch,
} from './filter-bounds';
import { inverted, MAX_KEY_BYTES } from './index-key';
import { compileFilter } from './match-document';
import { isPlace } from './path-values';
import type { SortField } from './sort-documents';

/** How a command finds its documents; every one it finds is still tested against the filter. */
export type Plan =
  | { readonly kind: 'scan' }
  | { readonly kind: 'union'; readonly plans: readonly Plan[] }
  | {
      readonly kind: 'index';
      readonly index: Index;
      readonly ranges: readonly KeyRange[];
      readonly reverse: boolean;
      readonly sorts: boolean;
    };

type IndexPlan = Extract<Plan, { kind: 'index' }>;

const MAX_RANGES = 2000;

function impliesCondition(
  path: string,
  condition: unknown,
  filter: Doc,
  constraints: Constraints,
): boolean {
  if (sameValue(filter[path] ?? null, condition) && path in filter) return true;
  const constraint = constraints.get(path);
  const isExistence =
    isDoc(condition) &&
    Object.keys(condition).join() === '$exists' &&
    isTruthy(condition['$exists']);
  if (isExistence) return impliesPresence(constraint);
  const matches = compileFilter({ value: condition }, { now: new Date(0), variables: {} });
  return constraint?.points?.every((value) => matches({ value })) ?? false;
}

/** Says whether every document a filter finds is in the index. */
function isComplete(index: Index, filter: Doc, constraints: Constraints): boolean {
  const { partial, sparse, fields } = index;
  if (sparse && !fields.some(({ path }) => impliesPresence(constraints.get(path)))) return false;
  return Object.entries(partial ?? {}).every(([path, condition]) =>
    impliesCondition(path, condition, filter, constraints),
  );
}

/** Turns a stretch round for a descending field. */
function turned({ start, end, isPoint }: Stretch): Stretch {
  const first = isPoint ? inverted(start) : afterPrefix(inverted(end));
  return { start: first, end: afterPrefix(inverted(start)), isPoint };
}

/** The stretches in the order of the index. */
const directed = (stretches: readonly Stretch[], direction: 1 | -1): readonly Stretch[] =>
  direction === -1 ? stretches.map(turned).reverse() : stretches;

function extended(ranges: readonly KeyRange[], stretches: readonly Stretch[]): KeyRange[] {
  return ranges.flatMap(({ start: base }) =>
    stretches.map(({ start, end }) => ({
      start: Buffer.concat([base, start]),
      end: Buffer.concat([base, end]),
    })),
  );
}

/** Long keys are stored cut, so bounds are cut as well: they then take in a little more. */
function cut({ start, end }: KeyRange): KeyRange {
  const most = MAX_KEY_BYTES - 32;
  return {
    start: start.subarray(0, most),
    end: end.length > most ? afterPrefix(end.subarray(0, most)) : end,
  };
}

interface Built {
  readonly ranges: readonly KeyRange[];
  readonly equal: number;
  readonly ranged: boolean;
  /** How many leading fields have a single value: the entries are in the order of what follows them. */
  readonly fixed: number;
}

/** How many leading fields may be constrained together without missing documents that hold arrays. */
function usableFields({ multikey, fields }: Index): number {
  const arrays = multikey.flatMap((isArray, at) => (isArray ? [at] : []));
  return arrays.length > 1 ? (arrays[0] ?? 0) + 1 : fields.length;
}

function build(index: Index, constraints: Constraints): Built {
  const prefix = indexPrefix(index);
  let ranges: KeyRange[] = [{ start: prefix, end: afterPrefix(prefix) }];
  let [equal, fixed] = [0, 0];
  for (const [at, { path, direction }] of index.fields.slice(0, usableFields(index)).entries()) {
    const constraint = constraints.get(path);
    if (!constraint || path.split('.').some(isPlace)) break;
    const stretches = directed(stretchesOf(constraint, index.multikey[at] === true), direction);
    if (ranges.length * stretches.length > MAX_RANGES && equal > 0) break;
    const next = extended(ranges, stretches);
    if (!constraint.points) return { ranges: next.map(cut), equal, ranged: true, fixed };
    if (stretches.length === 1 && fixed === equal) fixed += 1;
    [ranges, equal] = [next, equal + 1];
    if (constraint.points.some((value) => value === null || value === undefined)) break;
  }
  return { ranges: ranges.map(cut), equal, ranged: false, fixed };
}

function sortDirection(index: Index, from: number, sort: readonly SortField[]): 1 | -1 | undefined {
  const [first] = sort;
  const lead = index.fields[from];
  if (!first || !lead) return undefined;
  const turn = first.direction === lead.direction ? 1 : -1;
  const fits = sort.every(({ path, direction }, at) => {
    const field = index.fields[from + at];
    return field?.path === path && field.direction * turn === direction;
  });
  return fits ? turn : undefined;
}

function orderOf(index: Index, built: Built, sort: readonly SortField[]): 1 | -1 | undefined {
  if (index.lossy || index.multikey.includes(true)) return undefined;
  const starts = [built.fixed, ...Array.from({ length: built.fixed }, (_, at) => at)];
  return starts.map((from) => sortDirection(index, from, sort)).find((turn) => turn !== undefined);
}

interface Rated {
  readonly plan: IndexPlan;
  readonly score: number;
}

function rate(
  index: Index,
  built: Built,
  sort: readonly SortField[],
  limited: boolean,
): Rated | undefined {
  const turn = sort.length > 0 ? orderOf(index, built, sort) : undefined;
  const constrained = built.equal > 0 || built.ranged;
  if (!constrained && !(turn && limited)) return undefined;
  const isWhole = index.unique && built.equal === index.fields.length;
  const score = built.equal * 10 + (built.ranged ? 5 : 0) + (turn ? 2 : 0) + (isWhole ? 100 : 0);
  const plan = {
    kind: 'index',
    index,
    ranges: built.ranges,
    reverse: turn === -1,
    sorts: turn !== undefined,
  } as const;
  return { plan, score };
}

/** Whether it is worth while to look closer: its first field is asked for, or sorted by. */
const mayServe = ({ fields }: Index, constraints: Constraints, sort: readonly SortField[]) =>
  constraints.has(fields[0]?.path ?? '') || sort[0]?.path === fields[0]?.path;

function unionPlan(collection: Collection, filter: Doc): Plan | undefined {
  const branches = filter['$or'];
  if (!Array.isArray(branches) || branches.length === 0 || !branches.every(isDoc)) return undefined;
  const plans = branches.map((branch: Doc) => planFor(collection, branch));
  return plans.some((plan) => plan.kind === 'scan') ? undefined : { kind: 'union', plans };
}

/** Chooses how to find the documents of a filter; a limit makes reading in index order worth while. */
export function planFor(
  collection: Collection,
  filter: Doc,
  sort: readonly SortField[] = [],
  limited = false,
): Plan {
  const constraints = constraintsOf(filter);
  const rated = collection.indexes.flatMap((index) => {
    if (!mayServe(index, constraints, limited ? sort : [])) return [];
    if (!isComplete(index, filter, constraints)) return [];
    return rate(index, build(index, constraints), sort, limited) ?? [];
  });
  const best = rated.reduce<Rated | undefined>(
    (top, one) => (!top || one.score > top.score ? one : top),
    undefined,
  );
  return best?.plan ?? unionPlan(collection, filter) ?? { kind: 'scan' };
}
