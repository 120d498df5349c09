import type { Transition, Transitions } from '../../ports/follow-ups';
import { latestTransitionSchema, pastTransitionSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';

interface Turn {
  readonly turn: number;
}
type Latest = Omit<Transition, 'institution'> & Turn & { readonly _id: string };
type Past = Transition & Turn & { readonly _id: string };

const ofLatest = ({ _id, turn: _turn, ...rest }: Latest): Transition => ({
  institution: _id,
  ...rest,
});
const ofPast = ({ _id, turn: _turn, ...rest }: Past): Transition => rest;
const pastId = (institution: string, { turn }: Turn) => `${institution}:${turn}`;

/**
 * Keeps changes of status in MongoDB: the latest of each institution, and those before it.
 *
 * The latest becomes a row of the past before it is replaced, so that no crash loses one.
 */
export function mongoTransitions(store: Store): Transitions {
  const latest = store.model('LatestTransition', latestTransitionSchema);
  const past = store.model('PastTransition', pastTransitionSchema);
  const allLatest = (institutions: readonly string[]) =>
    latest.find({ _id: { $in: [...institutions] } }).lean<Latest[]>();
  const keepAsPast = ({ _id: institution, ...rest }: Latest) =>
    insertOnce(() => past.create({ _id: pastId(institution, rest), institution, ...rest }));

  return {
    async latest(institution) {
      const row = await latest.findOne({ _id: institution }).lean<Latest | null>();
      return row ? ofLatest(row) : undefined;
    },

    async latestOf(institutions) {
      const found = await allLatest(institutions);
      return new Map(found.map((row) => [row._id, ofLatest(row)]));
    },

    async record({ institution, from, ...change }) {
      const before = await latest.findOne({ _id: institution }).lean<Latest | null>();
      if (before?.to !== from) return false;
      if (!before) return insertOnce(() => latest.create({ _id: institution, ...change, turn: 1 }));
      await keepAsPast(before);
      const { modifiedCount } = await latest.updateOne(
        { _id: institution, turn: before.turn },
        { $set: { from, ...change, turn: before.turn + 1 } },
      );
      return modifiedCount === 1;
    },

    async since(institutions, from) {
      // The latest first: what is replaced meanwhile is then found in the past.
      const newest = (await allLatest(institutions)).filter(({ at }) => at >= from);
      const older = await past
        .find({ institution: { $in: [...institutions] }, at: { $gte: from } })
        .lean<Past[]>();
      const known = new Map<string, Transition & Turn>([
        ...older.map((row) => [row._id, { ...ofPast(row), turn: row.turn }] as const),
        ...newest.map(
          (row) => [pastId(row._id, row), { ...ofLatest(row), turn: row.turn }] as const,
        ),
      ]);
      return [...known.values()].toSorted(inOrder).map(({ turn: _turn, ...rest }) => rest);
    },
  };
}

const inOrder = (one: Transition & Turn, other: Transition & Turn) =>
  one.at.getTime() - other.at.getTime() ||
  (one.institution === other.institution
    ? one.turn - other.turn
    : one.institution < other.institution
      ? -1
      : 1);
