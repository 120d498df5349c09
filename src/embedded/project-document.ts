import { isDoc, isNumeric, isTruthy, plainDoc, toNumber, type Doc } from './bson-value';
import { compileExpression, type Expression, type Scope } from './expression';
import { compileFilter } from './match-document';
import { refuse } from './mongo-error';
import { MISSING } from './path-values';
import { matchedElement } from './positional';

/** Shapes a document for the reader. */
export type Projection = (doc: Doc) => Doc;

type Rule =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'compute'; readonly value: (value: unknown, root: Doc) => unknown }
  | { readonly kind: 'inside'; readonly rules: Map<string, Rule> };

function sliceRule(operand: unknown): Rule {
  const [from = 0, count] = Array.isArray(operand) ? operand.map(toNumber) : [toNumber(operand)];
  if (count !== undefined && count <= 0)
    return refuse(28724, 'First argument to $slice must be positive');
  const cut = (list: unknown[]): unknown[] => {
    if (count === undefined) return from < 0 ? list.slice(from) : list.slice(0, from);
    const start = from < 0 ? Math.max(0, list.length + from) : from;
    return list.slice(start, start + count);
  };
  return { kind: 'compute', value: (value) => (Array.isArray(value) ? cut(value) : value) };
}

function elemMatchRule(operand: unknown, scope: Scope): Rule {
  const matches = compileFilter({ list: { $elemMatch: operand } }, scope);
  return {
    kind: 'compute',
    value: (value) => {
      const hit = (Array.isArray(value) ? (value as unknown[]) : []).find((item) =>
        matches({ list: [item] }),
      );
      return hit === undefined ? MISSING : [hit];
    },
  };
}

function computedRule(expression: unknown, scope: Scope): Rule {
  const evaluate: Expression = compileExpression(expression, scope);
  return {
    kind: 'compute',
    value: (_value, root) => {
      const result = evaluate(plainDoc(root));
      return result === undefined ? MISSING : result;
    },
  };
}

function positionalRule(path: string, filter: Doc, scope: Scope): Rule {
  return {
    kind: 'compute',
    value: (value, root) => {
      const place = matchedElement(root, filter, path, scope);
      if (place === undefined)
        return refuse(
          51246,
          "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
        );
      return Array.isArray(value) ? [value[place]] : value;
    },
  };
}

interface Reading {
  readonly scope: Scope;
  readonly filter: Doc;
  readonly isFind: boolean;
}

/** The rules of find alone: a slice by numbers, and the first element that matches. */
function findRule(name: string, operand: unknown, { isFind, scope }: Reading): Rule | undefined {
  if (!isFind) return undefined;
  if (name === '$slice' && isPlainSlice(operand)) return sliceRule(operand);
  return name === '$elemMatch' ? elemMatchRule(operand, scope) : undefined;
}

function readRule(path: string, value: unknown, reading: Reading): Rule {
  if (typeof value === 'boolean' || isNumeric(value))
    return { kind: isTruthy(value) ? 'keep' : 'drop' };
  if (!isDoc(value)) return computedRule(value, reading.scope);
  const [first = ''] = Object.keys(value);
  if (first === '')
    return refuse(
      51270,
      'An empty sub-projection is not a valid value. Found empty object at path',
    );
  if (!first.startsWith('$'))
    return { kind: 'inside', rules: readRules(value, reading, `${path}.`) };
  return findRule(first, value[first], reading) ?? computedRule(value, reading.scope);
}

function isPlainSlice(operand: unknown): boolean {
  return isNumeric(operand) || (Array.isArray(operand) && operand.every(isNumeric));
}

function place(rules: Map<string, Rule>, parts: readonly string[], rule: Rule): void {
  const [head = '', ...rest] = parts;
  const present = rules.get(head);
  if (rest.length === 0 && present) return refuse(31250, `Path collision at ${head}`);
  if (rest.length === 0) return void rules.set(head, rule);
  if (present && present.kind !== 'inside')
    return refuse(31249, `Path collision at ${parts.join('.')}`);
  const inside = present ?? { kind: 'inside' as const, rules: new Map<string, Rule>() };
  rules.set(head, inside);
  place(inside.rules, rest, rule);
}

function readRules(spec: Doc, reading: Reading, prefix: string): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const [path, value] of Object.entries(spec)) {
    if (reading.isFind && path.endsWith('.$')) {
      const list = path.slice(0, -2);
      place(rules, list.split('.'), positionalRule(prefix + list, reading.filter, reading.scope));
    } else if (path.startsWith('$'))
      refuse(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    else place(rules, path.split('.'), readRule(prefix + path, value, reading));
  }
  return rules;
}

function kinds(rules: Map<string, Rule>, isTop: boolean, found = new Set<string>()): Set<string> {
  for (const [name, rule] of rules) {
    if (rule.kind === 'inside') kinds(rule.rules, false, found);
    else if (!isTop || name !== '_id') found.add(rule.kind);
  }
  return found;
}

type Mode = 'include' | 'exclude' | 'add';

interface Applied {
  readonly mode: Mode;
  readonly root: Doc;
}

function applyTo(value: unknown, rule: Rule | undefined, how: Applied): unknown {
  if (!rule) return how.mode === 'include' ? MISSING : value;
  if (rule.kind === 'keep') return value;
  if (rule.kind === 'drop') return MISSING;
  if (rule.kind === 'compute') return rule.value(value, how.root);
  if (isDoc(value)) return applyRules(value, rule.rules, how);
  if (Array.isArray(value))
    return value
      .map((item: unknown) => applyTo(item, rule, how))
      .filter((item) => item !== MISSING);
  return how.mode === 'exclude' ? value : newComputed(rule, how);
}

function hasComputed(rule: Rule): boolean {
  if (rule.kind === 'compute') return true;
  return rule.kind === 'inside' && [...rule.rules.values()].some(hasComputed);
}

function newComputed(rule: Rule, how: Applied): unknown {
  if (rule.kind === 'compute') return rule.value(MISSING, how.root);
  return rule.kind === 'inside' && hasComputed(rule) ? applyRules({}, rule.rules, how) : MISSING;
}

function applyRules(doc: Doc, rules: Map<string, Rule>, how: Applied): Doc {
  const result: Doc = {};
  for (const [name, value] of Object.entries(doc)) {
    const kept = applyTo(value, rules.get(name), how);
    if (kept !== MISSING) result[name] = kept;
  }
  for (const [name, rule] of rules) {
    const made = Object.hasOwn(doc, name) ? MISSING : newComputed(rule, how);
    if (made !== MISSING) result[name] = made;
  }
  return result;
}

function isInclusive(rules: Map<string, Rule>): boolean {
  const found = kinds(rules, true);
  if (found.has('keep') && found.has('drop'))
    return refuse(31254, 'Cannot do exclusion on field in inclusion projection');
  if (found.has('keep')) return true;
  if (found.has('drop')) return false;
  return rules.get('_id')?.kind === 'keep' || found.has('compute');
}

function onlyPicks(spec: Doc): boolean {
  const picks = Object.entries(spec).filter(([name]) => name !== '_id');
  return picks.length > 0 && picks.every(([, value]) => isDoc(value) && '$slice' in value);
}

/**
 * Compiles a projection of find (inclusion, exclusion, `$slice`, `$elemMatch`, `.$`, expressions)
 * or, without a filter, of the `$project` stage, which knows neither `$elemMatch` nor `.$`.
 */
export function compileProjection(spec: Doc, scope: Scope, filter?: Doc): Projection {
  const isFind = filter !== undefined;
  const rules = readRules(spec, { scope, filter: filter ?? {}, isFind }, '');
  const isInclusion = isInclusive(rules) && !(isFind && onlyPicks(spec));
  if (isInclusion && !rules.has('_id')) rules.set('_id', { kind: 'keep' });
  return (doc) => applyRules(doc, rules, { mode: isInclusion ? 'include' : 'exclude', root: doc });
}

function additionRule(value: unknown, scope: Scope): Rule {
  const [first] = isDoc(value) ? Object.keys(value) : [];
  if (!isDoc(value) || first === undefined || first.startsWith('$'))
    return computedRule(value, scope);
  return { kind: 'inside', rules: additionRules(value, scope) };
}

function additionRules(spec: Doc, scope: Scope): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const [path, value] of Object.entries(spec))
    place(rules, path.split('.'), additionRule(value, scope));
  return rules;
}

/** Sets computed fields as `$addFields` does; the fields it does not name stay as they are. */
export function compileAddition(spec: Doc, scope: Scope): Projection {
  const rules = additionRules(spec, scope);
  return (doc) => applyRules(doc, rules, { mode: 'add', root: doc });
}
