import type { Interest } from '../../domain/interest';
import type { Interests } from '../../ports/interests';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { type Keyed, keyed, unkeyed } from './keyed';
import { interestSchema } from './schemas';

/** Keeps in MongoDB who would like to take part. */
export function mongoInterests(store: Store): Interests {
  const rows = store.model('Interest', interestSchema);
  return {
    async keep(interest) {
      await insertOnce(() => rows.create(keyed(interest)));
    },
    async of(telegramId, from) {
      const found = await rows
        .find({ telegramId, at: { $gte: from } })
        .sort({ at: -1, _id: 1 })
        .lean<Keyed<Interest>[]>();
      return found.map((row) => unkeyed<Interest>(row));
    },
  };
}
