import { isDoc, plainDoc, type Doc } from './bson-value';
import {
  docField,
  docList,
  scopeOf,
  targetCollection,
  targetOf,
  type Call,
  type Command,
} from './command';
import { findReading } from './commands-read';
import { pushedDown } from './pipeline';
import { planOf, readingOf, readRecords, type Reading } from './read-source';
import { refuse } from './mongo-error';
import type { Plan } from './query-plan';

function inputStage(plan: Plan): Doc {
  if (plan.kind === 'scan') return { stage: 'COLLSCAN', direction: 'forward' };
  if (plan.kind === 'union') return { stage: 'SUBPLAN', inputStages: plan.plans.map(stageOf) };
  const keyPattern = Object.fromEntries(
    plan.index.fields.map(({ path, direction }) => [path, direction]),
  );
  return {
    stage: 'IXSCAN',
    indexName: plan.index.name,
    keyPattern,
    isMultiKey: plan.index.multikey.includes(true),
    direction: plan.reverse ? 'backward' : 'forward',
  };
}

function stageOf(plan: Plan): Doc {
  const input = inputStage(plan);
  return plan.kind === 'index' ? { stage: 'FETCH', inputStage: input } : input;
}

function winningPlan(plan: Plan, { sort }: Reading): Doc {
  const isSorted = sort.length === 0 || (plan.kind === 'index' && plan.sorts);
  return isSorted ? stageOf(plan) : { stage: 'SORT', inputStage: stageOf(plan) };
}

function readingIn(call: Call): Reading {
  const { body, name } = call;
  const scope = scopeOf(call);
  if (name === 'find') return findReading(call);
  if (name === 'count' || name === 'distinct') return readingOf(docField(body, 'query'), scope);
  if (name === 'findAndModify') return { ...readingOf(docField(body, 'query'), scope), limit: 1 };
  if (name === 'update' || name === 'delete')
    return readingOf(docField(docList(body, `${name}s`)[0] ?? {}, 'q'), scope);
  if (name !== 'aggregate') return refuse(59, `Explain failed due to unknown command: ${name}`);
  const pipeline = Array.isArray(body['pipeline']) ? (body['pipeline'] as unknown[]) : [];
  return pushedDown(pipeline, scope).reading;
}

const explain: Command = ({ engine, db, body }) => {
  const inner = body['explain'];
  if (!isDoc(inner)) return refuse(9, 'explain needs a command');
  const [name = ''] = Object.keys(inner);
  const call: Call = { engine, db, name, body: inner };
  const [reading, collection] = [readingIn(call), targetCollection(call)];
  const seen = { keys: 0, docs: 0 };
  const found = collection ? [...readRecords(engine.disk, collection, reading, seen)] : [];
  const plan: Doc = collection
    ? winningPlan(planOf(collection, reading), reading)
    : { stage: 'EOF' };
  const nReturned = found.filter((stored) => stored !== undefined).length;
  return {
    explainVersion: '1',
    queryPlanner: {
      namespace: `${db}.${targetOf(call)}`,
      parsedQuery: plainDoc(reading.filter),
      winningPlan: plan,
      rejectedPlans: [],
    },
    executionStats: {
      executionSuccess: true,
      nReturned,
      totalKeysExamined: seen.keys,
      totalDocsExamined: seen.docs,
    },
    ok: 1,
  };
};

/** Tells how a command would find its documents. */
export const EXPLAIN: Readonly<Record<string, Command>> = { explain };
