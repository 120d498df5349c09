import type { Visit } from '../../domain/visit';
import type { Visits } from '../../ports/visits';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { visitSchema } from './institution-schemas';
import { type Keyed, keyed, unkeyed } from './keyed';

/** Keeps visits in MongoDB. */
export function mongoVisits(store: Store): Visits {
  const rows = store.model('Visit', visitSchema);
  return {
    async add(visit) {
      await insertOnce(() => rows.create(keyed(visit)));
    },

    async one(id) {
      const row = await rows.findOne({ _id: id }).lean<Keyed<Visit> | null>();
      return row ? unkeyed<Visit>(row) : undefined;
    },

    async of(institution, { skip, limit }) {
      const [found, total] = await Promise.all([
        rows
          .find({ institution })
          .sort({ on: -1, _id: 1 })
          .skip(skip)
          .limit(limit)
          .lean<Keyed<Visit>[]>(),
        rows.countDocuments({ institution }),
      ]);
      return { visits: found.map((row) => unkeyed<Visit>(row)), total };
    },

    async confirming(institutions) {
      const found = await rows
        .find({ institution: { $in: [...institutions] }, confirms: { $ne: 'unsure' } })
        .lean<Keyed<Visit>[]>();
      return found.map((row) => unkeyed<Visit>(row));
    },
  };
}
