import type { Particular } from '../../domain/particular';
import type { Particulars } from '../../ports/particulars';
import type { Store } from './connect';
import { particularSchema } from './institution-schemas';
import { type Keyed, keyed, unkeyed } from './keyed';

const particular = (row: Keyed<Particular>): Particular => unkeyed<Particular>(row);

/** Keeps what belongs to institutions in MongoDB. */
export function mongoParticulars(store: Store): Particulars {
  const rows = store.model('Particular', particularSchema);
  return {
    async of(institutions) {
      const found = await rows
        .find({ institution: { $in: [...institutions] } })
        .sort({ _id: 1 })
        .lean<Keyed<Particular>[]>();
      return found.map(particular);
    },

    async one(id) {
      const row = await rows.findOne({ _id: id }).lean<Keyed<Particular> | null>();
      return row ? particular(row) : undefined;
    },

    async put(particulars) {
      if (particulars.length === 0) return;
      await rows.bulkWrite(
        particulars.map((one) => {
          const { _id, ...rest } = keyed(one);
          return {
            replaceOne: { filter: { _id: _id as never }, replacement: rest, upsert: true },
          };
        }),
      );
    },

    async remove(id, institution) {
      await rows.deleteOne({ _id: id, institution });
    },
  };
}
