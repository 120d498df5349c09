import type { Expectations, KeptExpectation } from '../../ports/follow-ups';
import { expectationSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';

type Row = KeptExpectation & { readonly _id: string };

const idOf = ({ institution, period }: KeptExpectation) => `${institution}:${period.id}`;
const kept = ({ _id, ...rest }: Row): KeptExpectation => rest;

/** Everything about an expectation that may change. */
const changing = [
  'deadlineAt',
  'state',
  'excuse',
  'via',
  'answeredAt',
  'onTime',
  'openingSentOn',
  'reminderSentOn',
  'taskMadeOn',
  'askAgainOn',
  'tappedAt',
] as const;

/** Every field that may change, with null for those that are not there; null also finds those. */
function changingOf(expectation: KeptExpectation): Record<string, unknown> {
  const fields: Partial<Record<string, unknown>> = { ...expectation };
  return Object.fromEntries(changing.map((name) => [name, fields[name] ?? null]));
}

/** Keeps expectations in MongoDB. */
export function mongoExpectations(store: Store): Expectations {
  const rows = store.model('Expectation', expectationSchema);
  return {
    async open(expectation) {
      await insertOnce(() => rows.create({ _id: idOf(expectation), ...expectation }));
    },

    async of(institution, period) {
      const row = await rows.findOne({ _id: `${institution}:${period}` }).lean<Row | null>();
      return row ? kept(row) : undefined;
    },

    async between(institutions, from, to) {
      const found = await rows
        .find({
          institution: { $in: [...institutions] },
          'period.opensOn': { $gte: from, $lte: to },
        })
        .sort({ 'period.opensOn': 1, institution: 1 })
        .lean<Row[]>();
      return found.map(kept);
    },

    async unsettled(institution) {
      const newest = { 'period.opensOn': -1 } as const;
      const [open, last] = await Promise.all([
        rows.find({ institution, state: 'expected' }).sort(newest).lean<Row[]>(),
        rows.find({ institution }).sort(newest).limit(1).lean<Row[]>(),
      ]);
      const others = open.filter(({ _id }) => _id !== last[0]?._id);
      return [...last, ...others].toReversed().map(kept);
    },

    async change(before, after) {
      if (idOf(before) !== idOf(after))
        throw new RangeError('A change keeps the institution and the period of an expectation');
      const fields = Object.entries(changingOf(after));
      const set = Object.fromEntries(fields.filter(([, value]) => value !== null));
      const unset = Object.fromEntries(
        fields.filter(([, value]) => value === null).map(([name]) => [name, 1]),
      );
      const { matchedCount } = await rows.updateOne(
        { _id: idOf(before), ...changingOf(before) },
        { $set: set, $unset: unset },
      );
      return matchedCount === 1;
    },
  };
}
