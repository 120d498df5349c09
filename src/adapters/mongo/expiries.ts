import type { Expiries, Expiry } from '../../ports/follow-ups';
import { expirySchema } from './clockwork-schemas';
import type { Store } from './connect';
import { onceMore } from './duplicate-key';
import { type Keyed, unkeyed } from './keyed';

/** Keeps the ends of papers and licences in MongoDB. */
export function mongoExpiries(store: Store): Expiries {
  const rows = store.model('Expiry', expirySchema);
  return {
    async put({ id, ...rest }) {
      await onceMore(() => rows.updateOne({ _id: id }, { $set: rest }, { upsert: true }));
    },

    async forget(id) {
      await rows.deleteOne({ _id: id });
    },

    async of(institution) {
      const found = await rows
        .find({ institution })
        .sort({ on: 1, _id: 1 })
        .lean<Keyed<Expiry>[]>();
      return found.map((row) => unkeyed<Expiry>(row));
    },
  };
}
