import type { Merge } from '../../domain/merge';
import type { Merges } from '../../ports/merges';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import type { InstitutionRow } from './institution-rows';
import { type Keyed, keyed, unkeyed } from './keyed';
import { mergeTakers } from './merge-takers';
import { institutionSchema, mergeSchema } from './schemas';

type Row = Keyed<Merge> & { readonly open?: true };

const merge = ({ open: _open, ...row }: Row): Merge => unkeyed<Merge>(row);

/** Keeps merges in MongoDB, and does their steps there. */
export function mongoMerges(store: Store): Merges {
  const rows = store.model('Merge', mergeSchema);
  const institutions = store.model('Institution', institutionSchema);
  const takers = mergeTakers(store);
  const one = async (id: string) => {
    const row = await rows.findOne({ _id: id }).lean<Row | null>();
    return row ? merge(row) : undefined;
  };
  const open = async () => {
    const row = await rows.findOne({ open: true }).lean<Row | null>();
    return row ? merge(row) : undefined;
  };

  return {
    one,
    open,

    async begin(begun) {
      for (;;) {
        const before = await one(begun.id);
        if (before) return before;
        await insertOnce(() => rows.create({ ...keyed(begun), state: 'open', open: true }));
        const found = (await one(begun.id)) ?? (await open());
        if (found) return found;
        // The other one ended between the two looks: the place is free now.
      }
    },

    async doneSince(from) {
      const found = await rows.find({ state: 'done', doneAt: { $gte: from } }).lean<Row[]>();
      return found.map(merge);
    },

    async makesSense({ from, into }) {
      const found = await institutions
        .find({ _id: { $in: [from, into] } })
        .lean<InstitutionRow[]>();
      const duplicate = found.find(({ _id }) => _id === from);
      const survivor = found.find(({ _id }) => _id === into);
      if (!duplicate || !survivor || from === into || survivor.archivedAt) return false;
      return duplicate.mergedInto === undefined || duplicate.mergedInto === into;
    },

    take: (step, taken) => takers[step](taken),

    async end(id, state, at) {
      await rows.updateOne(
        { _id: id, open: true },
        { $set: { state, doneAt: at }, $unset: { open: 1 } },
      );
    },
  };
}
