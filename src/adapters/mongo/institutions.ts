import type { Institution } from '../../domain/institution';
import type { Reach } from '../../domain/rights';
import type { Institutions } from '../../ports';
import type { Store } from './connect';
import { institutionSchema } from './schemas';

type Row = Omit<Institution, 'id'> & { readonly _id: string };

const institution = ({ _id, ...rest }: Row): Institution => ({ id: _id, ...rest });

/** The filter that keeps everybody within their reach; every look at institutions goes through it. */
const within = ({ institutions, regencies }: Reach) =>
  regencies === 'all'
    ? {}
    : { $or: [{ _id: { $in: institutions } }, { regency: { $in: regencies } }] };

/** Keeps institutions in MongoDB. */
export function mongoInstitutions(store: Store): Institutions {
  const rows = store.model('Institution', institutionSchema);
  return {
    async within(reach) {
      const found = await rows
        .find({ ...within(reach), archivedAt: null })
        .sort({ name: 1 })
        .lean<Row[]>();
      return found.map(institution);
    },
    async one(id, reach) {
      const row = await rows.findOne({ ...within(reach), _id: id }).lean<Row | null>();
      return row ? institution(row) : undefined;
    },
    async found(institutions) {
      if (institutions.length === 0) return;
      await rows.bulkWrite(
        institutions.map(({ id, ...rest }) => ({
          updateOne: { filter: { _id: id }, update: { $setOnInsert: rest }, upsert: true },
        })),
      );
    },
  };
}
