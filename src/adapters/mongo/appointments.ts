import type { Appointments, JobRun, TakenLook } from '../../ports/appointments';
import { entering, hurrying, movingOn, postponing, taking } from './appointment-moves';
import { appointmentSchema, jobRunSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce, isDuplicateKey } from './duplicate-key';

/** A process that has not been heard of for this long has died, and its looks are free again. */
const leaseMs = 2 * 60_000;

interface Row {
  readonly _id: string;
  readonly job: string;
  readonly scope: string;
  readonly at: Date;
  readonly dueAt: Date;
  readonly tries: number;
}
type Run = JobRun & { readonly _id: string; readonly next?: Date };

const idOf = (job: string, scope: string) => `${job}:${scope}`;
const runId = (job: string, scope: string, slot: Date) => `${job}:${scope}:${slot.toISOString()}`;
const taken = ({ job, scope, at, tries }: Row): TakenLook => ({ job, scope, at, tries });
const asPipeline = { updatePipeline: true } as const;
const longestDue = { dueAt: 1, _id: 1 } as const;
const states = ['done', 'skipped', 'failed'] as const;

/** Keeps the diary of the jobs in MongoDB. */
export function mongoAppointments(store: Store): Appointments {
  const rows = store.model('Appointment', appointmentSchema);
  const runs = store.model('JobRun', jobRunSchema);
  const takenBack = new Map<string, Promise<unknown>>();

  const upsert = async (_id: string, move: ReturnType<typeof entering>) => {
    const write = () => rows.updateOne({ _id }, move, { ...asPipeline, upsert: true });
    await write().catch((error: unknown) => {
      if (isDuplicateKey(error)) return write();
      throw error;
    });
  };
  const moveOn = ({ job, scope, slot, next }: Run) =>
    rows.updateOne({ _id: idOf(job, scope), at: slot }, movingOn(slot, next), asPipeline);

  /** What this owner held when it died is due at once: asked once, before it holds anything new. */
  const takeBack = async (owner: string, now: Date) => {
    const given =
      takenBack.get(owner) ??
      rows
        .updateMany({ owner }, { $set: { dueAt: now }, $unset: { owner: 1 } })
        .then(() => undefined);
    takenBack.set(owner, given);
    await given.catch((error: unknown) => {
      takenBack.delete(owner);
      throw error;
    });
  };

  const claim = async (now: Date, owner: string, limit: number) => {
    const claimed: Row[] = [];
    const leaseUntil = new Date(now.getTime() + leaseMs);
    while (claimed.length < limit) {
      const row = await rows
        .findOneAndUpdate({ dueAt: { $lte: now } }, taking(owner, now, leaseUntil), {
          ...asPipeline,
          sort: longestDue,
          returnDocument: 'after',
        })
        .lean<Row | null>();
      if (!row) return claimed;
      claimed.push(row);
    }
    return claimed;
  };

  /** A process may die between the run's row and the next appointment: then only the second is left to do. */
  const withoutRun = async (claimed: readonly Row[]) => {
    const ids = claimed.map(({ job, scope, at }) => runId(job, scope, at));
    const ran = await runs.find({ _id: { $in: ids } }).lean<Run[]>();
    for (const run of ran) await moveOn(run);
    const had = new Set(ran.map(({ _id }) => _id));
    return claimed.filter((_, index) => !had.has(ids[index] ?? ''));
  };

  return {
    make: ({ job, scope, at }) => upsert(idOf(job, scope), entering(job, scope, at)),
    hurry: (job, scope, at) => upsert(idOf(job, scope), hurrying(job, scope, at)),

    async take(now, owner, limit) {
      await takeBack(owner, now);
      for (;;) {
        const claimed = await claim(now, owner, limit);
        const looks = await withoutRun(claimed);
        if (looks.length > 0 || claimed.length === 0) return looks.map(taken);
      }
    },

    async settle(run, next) {
      const { job, scope, slot } = run;
      const row: Run = { _id: runId(job, scope, slot), ...run, ...(next && { next }) };
      const isFirst = await insertOnce(() => runs.create({ ...row }));
      // Whoever recorded the run first has said when the next one is.
      const recorded = isFirst ? row : await runs.findOne({ _id: row._id }).lean<Run | null>();
      await moveOn(recorded ?? row);
    },

    async postpone({ job, scope, at, tries }, until, why) {
      // Counting the tries tells a look apart from one that somebody took after its lease had ended.
      const held = { _id: idOf(job, scope), at, tries };
      await rows.updateOne(held, postponing(until, why), asPipeline);
    },

    async nextAt() {
      const row = await rows
        .findOne({ dueAt: { $gt: new Date(0) } }, { dueAt: 1 })
        .sort(longestDue)
        .lean<Row | null>();
      return row?.dueAt;
    },

    async lastRuns() {
      const newest = (filter: object) =>
        runs.findOne(filter).sort({ job: 1, state: 1, at: -1 }).lean<Run | null>();
      const found: Run[] = [];
      for (let some = await newest({}); some; some = await newest({ job: { $gt: some.job } })) {
        const { job } = some;
        const each = await Promise.all(states.map((state) => newest({ job, state })));
        found.push(...each.filter((run) => run !== null));
      }
      return found.map(({ _id, next: _next, ...run }) => run);
    },
  };
}
