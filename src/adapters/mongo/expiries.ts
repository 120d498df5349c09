import type { Expiries, Expiry } from '../../ports/follow-ups';
import { expirySchema } from './clockwork-schemas';
import type { Store } from './connect';
import { isDuplicateKey } from './duplicate-key';
import { type Keyed, unkeyed } from './keyed';

/** Keeps the ends of papers and licences in MongoDB. */
export function mongoExpiries(store: Store): Expiries {
  const rows = store.model('Expiry', expirySchema);
  return {
    async put({ id, ...rest }) {
      const upsert = () => rows.updateOne({ _id: id }, { $set: rest }, { upsert: true });
      await upsert().catch((error: unknown) => {
        if (isDuplicateKey(error)) return upsert();
        throw error;
      });
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
