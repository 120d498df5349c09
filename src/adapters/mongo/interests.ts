import type { Interest } from '../../domain/interest';
import type { Interests } from '../../ports/interests';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { type Keyed, keyed, unkeyed } from './keyed';
import { interestSchema } from './schemas';

const interest = (row: Keyed<Interest>): Interest => unkeyed<Interest>(row);

/** Keeps in MongoDB who would like to take part. */
export function mongoInterests(store: Store): Interests {
  const rows = store.model('Interest', interestSchema);
  const one = async (id: string) => {
    const row = await rows.findOne({ _id: id }).lean<Keyed<Interest> | null>();
    return row ? interest(row) : undefined;
  };
  return {
    one,
    async handle(id, { by, at }) {
      const handling = { $set: { handledBy: by, handledAt: at } };
      await rows.updateOne({ _id: id, handledAt: null }, handling);
      return one(id);
    },
    async keep(given) {
      await insertOnce(() => rows.create(keyed(given)));
    },
    async waiting(institutions, { skip, limit }) {
      const which = {
        ...{ institution: { $in: [...institutions] }, handledAt: null },
        phone: { $exists: true },
      };
      const [found, total] = await Promise.all([
        rows.find(which).sort({ at: -1, _id: 1 }).skip(skip).limit(limit).lean<Keyed<Interest>[]>(),
        rows.countDocuments(which),
      ]);
      return { interests: found.map(interest), total };
    },
    async before(at) {
      const found = await rows.find({ at: { $lt: at } }).lean<Keyed<Interest>[]>();
      return found.map(interest);
    },
    async of(telegramId, from) {
      const found = await rows
        .find({ telegramId, at: { $gte: from } })
        .sort({ at: -1, _id: 1 })
        .lean<Keyed<Interest>[]>();
      return found.map(interest);
    },
    async inCourse(institution, course) {
      const found = await rows
        .find({ institution, course })
        .sort({ at: -1, _id: 1 })
        .lean<Keyed<Interest>[]>();
      return found.map(interest);
    },
  };
}
