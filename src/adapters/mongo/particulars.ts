import { createHash } from 'node:crypto';
import { formId } from '../../domain/form-id';
import { type Particular, particularKey } from '../../domain/particular';
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
      const ids = particulars.map(({ id }) => id);
      const known = new Set(await rows.distinct('_id', { _id: { $in: ids } }));
      await rows.bulkWrite(
        particulars.map((given) => {
          const one = known.has(given.id) ? given : { ...given, id: lastingId(given) };
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

/** A new one is kept under an id that follows from what it is, so that two who add it at once add one. */
const lastingId = (one: Particular): string =>
  one.sort === 'instructor'
    ? one.id
    : formId(
        createHash('sha256')
          .update(`${one.institution}:${particularKey(one)}`)
          .digest(),
      );
