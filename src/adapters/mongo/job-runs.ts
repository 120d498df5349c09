import type { JobRun } from '../../ports/appointments';
import { jobRunSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';

/** The row of a slot, with the moment of the next look, so that whoever finds it can move on. */
export type RecordedRun = JobRun & { readonly next?: Date };

type Row = RecordedRun & { readonly _id: string };
type Slot = Pick<JobRun, 'job' | 'scope' | 'slot'>;

/** The rows of what jobs did, one for each slot for good. */
export interface JobRuns {
  /** Records a run unless its slot has one, and returns the one it has. */
  record(run: RecordedRun): Promise<RecordedRun>;
  /** The runs of those of these slots that have one. */
  of(slots: readonly Slot[]): Promise<readonly RecordedRun[]>;
  /** The newest run of each job in each state. */
  newest(): Promise<readonly JobRun[]>;
}

const states = ['done', 'skipped', 'failed'] as const;
const idOf = ({ job, scope, slot }: Slot) => `${job}:${scope}:${slot.toISOString()}`;
const recorded = ({ _id, ...run }: Row): RecordedRun => run;

/** Keeps the runs of jobs in MongoDB. */
export function mongoJobRuns(store: Store): JobRuns {
  const rows = store.model('JobRun', jobRunSchema);
  const newest = (filter: object) =>
    rows.findOne(filter).sort({ job: 1, state: 1, at: -1 }).lean<Row | null>();
  const afterJob = (job: string) => newest({ job: { $gt: job } });

  return {
    async record(run) {
      const _id = idOf(run);
      if (await insertOnce(() => rows.create({ _id, ...run }))) return run;
      const row = await rows.findOne({ _id }).lean<Row | null>();
      return row ? recorded(row) : run;
    },

    async of(slots) {
      const found = await rows.find({ _id: { $in: slots.map(idOf) } }).lean<Row[]>();
      return found.map(recorded);
    },

    async newest() {
      const found: Row[] = [];
      // From one job's first entry in the index to the next job's: never through all the rows.
      for (let some = await afterJob(''); some; some = await afterJob(some.job)) {
        const { job } = some;
        const each = await Promise.all(states.map((state) => newest({ job, state })));
        found.push(...each.filter((run) => run !== null));
      }
      return found.map(({ _id, next: _next, ...run }) => run);
    },
  };
}
