import type { Leave } from '../../domain/leave';
import type { Leaves } from '../../ports/follow-ups';
import { leaveSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { type Keyed, keyed, unkeyed } from './keyed';

type Shortened = { readonly to: string; readonly by: string };
type Row = Keyed<Leave> & { readonly shortened?: readonly Shortened[] };

const leave = ({ shortened: _shortened, ...row }: Row): Leave => unkeyed<Leave>(row);

/** Keeps leaves in MongoDB. */
export function mongoLeaves(store: Store): Leaves {
  const rows = store.model('Leave', leaveSchema);
  const held = { withdrawnBy: null };
  const ofAll = async (institutions: readonly string[]) => {
    const which = { institution: { $in: [...institutions] }, ...held };
    return (await rows.find(which).sort({ from: 1, _id: 1 }).lean<Row[]>()).map(leave);
  };
  return {
    async add(added) {
      await insertOnce(() => rows.create(keyed(added)));
    },

    of: (institution) => ofAll([institution]),
    ofAll,

    async one(id) {
      const row = await rows.findOne({ _id: id, ...held }).lean<Row | null>();
      return row ? leave(row) : undefined;
    },

    async shorten({ id, to: seen }, to, by) {
      if (to < seen) {
        const { modifiedCount } = await rows.updateOne(
          { _id: id, ...held, from: { $lte: to }, to: seen },
          { $set: { to }, $push: { shortened: { to, by } } },
        );
        if (modifiedCount === 1) return true;
      }
      const row = await rows.findOne({ _id: id, ...held }).lean<Row | null>();
      const last = row?.shortened?.at(-1);
      return row?.to === to && last?.to === to && last.by === by;
    },

    async withdraw(id, by) {
      await rows.updateOne({ _id: id, ...held }, { $set: { withdrawnBy: by } });
    },
  };
}
