import { retryMinutes } from '../../domain/retry-minutes';
import type { Appointment, Appointments, TakenLook } from '../../ports/appointments';
import {
  type Move,
  entering,
  hurrying,
  movingOn,
  postponing,
  serving,
  taking,
} from './appointment-moves';
import { appointmentSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { onceMore } from './duplicate-key';
import { type RecordedRun, mongoJobRuns } from './job-runs';

/** A process that has not been heard of for this long has died, and its looks are free again. */
const leaseMs = 2 * 60_000;

interface Row {
  readonly _id: string;
  readonly job: string;
  readonly scope: string;
  readonly at: Date;
  readonly dueAt: Date;
  readonly tries: number;
  readonly hurriedTo?: Date;
}

const idOf = (job: string, scope: string) => `${job}:${scope}`;
const slotOf = ({ job, scope, at }: Row) => ({ job, scope, slot: at });
const isSlot = (row: Row, { job, scope, slot }: RecordedRun) =>
  row.job === job && row.scope === scope && row.at.getTime() === slot.getTime();
const taken = ({ job, scope, at, tries }: Row): TakenLook => ({ job, scope, at, tries });
const longestDue = { dueAt: 1, _id: 1 } as const;

const atOnce = 500;
const enteringOne = ({ job, scope, at }: Appointment) => ({
  updateOne: {
    filter: { _id: idOf(job, scope) as never },
    update: entering(job, scope, at),
    upsert: true,
  },
});

/** Keeps the diary of the jobs in MongoDB. */
export function mongoAppointments(store: Store): Appointments {
  const rows = store.model('Appointment', appointmentSchema);
  const runs = mongoJobRuns(store);
  const takeBack = takingBack(store);
  const move = (filter: object, how: Move, options: object = {}) =>
    rows.updateOne(filter, how, { updatePipeline: true, ...options });
  const moveOrEnter = async (_id: string, how: Move) => {
    await onceMore(() => move({ _id }, how, { upsert: true }));
  };
  const moveOn = ({ job, scope, slot, next }: RecordedRun) =>
    move({ _id: idOf(job, scope), at: slot }, movingOn(slot, next));

  const claim = async (now: Date, owner: string, limit: number) => {
    const claimed: Row[] = [];
    const how = taking(owner, new Date(now.getTime() + leaseMs));
    const options = { updatePipeline: true, sort: longestDue, returnDocument: 'after' } as const;
    while (claimed.length < limit) {
      const due = { dueAt: { $lte: now } };
      const row = await rows.findOneAndUpdate(due, how, options).lean<Row | null>();
      if (!row) break;
      claimed.push(row);
    }
    return claimed;
  };

  /**
   * A process may die between the run's row and the next appointment: then only the second is left to do.
   * What is taken for the first time had nobody who could have died.
   */
  const withoutRun = async (claimed: readonly Row[]) => {
    const again = claimed.filter(({ tries }) => tries > 1);
    if (again.length === 0) return claimed;
    const ran = await runs.of(again.map(slotOf));
    for (const run of ran) await moveOn(run);
    return claimed.filter((row) => !ran.some((run) => isSlot(row, run)));
  };

  /** What hurried a look that died is served by this one; one that had its run might not have seen it. */
  const begin = async (row: Row, now: Date) => {
    const { _id, at, tries, hurriedTo } = row;
    if (hurriedTo) await move({ _id, at, tries }, serving(now));
    return taken(row);
  };

  return {
    async make(...appointments) {
      for (let from = 0; from < appointments.length; from += atOnce) {
        const some = appointments.slice(from, from + atOnce).map(enteringOne);
        // The driver's own method: mongoose's takes no pipelines.
        await onceMore(() => rows.collection.bulkWrite(some, { ordered: false }));
      }
    },
    hurry: (job, scope, at) => moveOrEnter(idOf(job, scope), hurrying(job, scope, at)),

    async take(now, owner, limit) {
      await takeBack(owner, now);
      for (;;) {
        const claimed = await claim(now, owner, limit);
        if (claimed.length === 0) return [];
        const looks = await withoutRun(claimed);
        if (looks.length > 0) return Promise.all(looks.map((row) => begin(row, now)));
      }
    },

    async settle(run, next) {
      // Whoever recorded the run first has said when the next one is.
      await moveOn(await runs.record({ ...run, ...(next && { next }) }));
    },

    async postpone({ job, scope, at, tries }, until, why) {
      // Counting the tries tells this look from one that somebody took after its lease had ended.
      await move({ _id: idOf(job, scope), at, tries }, postponing(until, why));
    },

    async nextAt() {
      const row = await rows
        .findOne({ dueAt: { $gt: new Date(0) } }, { dueAt: 1 })
        .sort(longestDue)
        .lean<Row | null>();
      return row?.dueAt;
    },

    lastRuns: () => runs.newest(),
  };
}

/**
 * Frees what an owner held when it died: once, before it holds anything new.
 *
 * A process may be stopped in the middle of a look; one that dies again may have died of it.
 */
function takingBack(store: Store): (owner: string, now: Date) => Promise<void> {
  const rows = store.model('Appointment', appointmentSchema);
  const asked = new Map<string, Promise<void>>();
  const free = async (owner: string, now: Date) => {
    const held = await rows.find({ owner }).lean<Row[]>();
    for (const { _id, tries } of held) {
      const waitMs = tries < 2 ? 0 : retryMinutes(tries) * 60_000;
      const dueAt = new Date(now.getTime() + waitMs);
      await rows.updateOne({ _id, owner, tries }, { $set: { dueAt }, $unset: { owner: 1 } });
    }
  };
  return async (owner, now) => {
    const asking = asked.get(owner) ?? free(owner, now);
    asked.set(owner, asking);
    await asking.catch((error: unknown) => {
      asked.delete(owner);
      throw error;
    });
  };
}
