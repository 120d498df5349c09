import type { Obstacle, Obstacles } from '../../ports/follow-ups';
import { obstacleSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { type Keyed, keyed, unkeyed } from './keyed';

/** Keeps obstacles in MongoDB. */
export function mongoObstacles(store: Store): Obstacles {
  const rows = store.model('Obstacle', obstacleSchema);
  return {
    async add(obstacle) {
      await insertOnce(() => rows.create(keyed(obstacle)));
    },

    async open(institutions) {
      const found = await rows
        .find({ institution: { $in: [...institutions] }, closedAt: null })
        .sort({ statedAt: 1, _id: 1 })
        .lean<Keyed<Obstacle>[]>();
      return found.map((row) => unkeyed<Obstacle>(row));
    },

    async close(id, by, at) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, closedAt: null },
        { $set: { closedAt: at, closedBy: by } },
      );
      return modifiedCount === 1 || (await rows.exists({ _id: id, closedBy: by })) !== null;
    },
  };
}
