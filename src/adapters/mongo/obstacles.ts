import type { Obstacle, Obstacles } from '../../ports/obstacles';
import { obstacleSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { type Keyed, keyed, unkeyed } from './keyed';

type Row = Keyed<Obstacle>;
const isOpen = { closedAt: null } as const;

/** Keeps obstacles in MongoDB. */
export function mongoObstacles(store: Store): Obstacles {
  const rows = store.model('Obstacle', obstacleSchema);
  const list = async (which: object, by: object) => {
    const found = await rows
      .find(which)
      .sort({ ...by, _id: 1 })
      .lean<Row[]>();
    return found.map((row) => unkeyed<Obstacle>(row));
  };
  const is = async (which: object) => (await rows.exists(which)) !== null;

  return {
    async add(obstacle) {
      await insertOnce(() => rows.create(keyed(obstacle)));
    },

    async one(id) {
      const row = await rows.findOne({ _id: id }).lean<Row | null>();
      return row ? unkeyed<Obstacle>(row) : undefined;
    },

    open: (institutions) =>
      list({ institution: { $in: [...institutions] }, ...isOpen }, { statedAt: 1 }),

    closedSince: (institutions, from) =>
      list({ institution: { $in: [...institutions] }, closedAt: { $gte: from } }, { closedAt: 1 }),

    async handle(id, by, at, inPlaceOf) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, ...isOpen, handledBy: inPlaceOf ?? null },
        { $set: { handledBy: by, handledAt: at } },
      );
      return modifiedCount === 1 || is({ _id: id, ...isOpen, handledBy: by });
    },

    async say(id, words) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, ...isOpen, 'talk.id': { $ne: words.id } },
        { $push: { talk: words } },
      );
      return modifiedCount === 1 || is({ _id: id, 'talk.id': words.id });
    },

    async close(id, closing) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, ...isOpen },
        { $set: { closedAt: closing.at, closing } },
      );
      return modifiedCount === 1 || is({ _id: id, 'closing.id': closing.id });
    },
  };
}
