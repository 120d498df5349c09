import type { Outages } from '../../ports/follow-ups';
import type { Outage } from '../../domain/expectation';
import { heartbeatSchema, outageSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { onceMore } from './duplicate-key';

/** Keeps the bot's own sign of life, and when there was none, in MongoDB. */
export function mongoOutages(store: Store): Outages {
  const beats = store.model('Heartbeat', heartbeatSchema);
  const rows = store.model('Outage', outageSchema);

  return {
    async beat(now) {
      const before = await onceMore(() =>
        beats
          .findOneAndUpdate(
            { _id: 'bot' },
            { $set: { at: now } },
            { upsert: true, returnDocument: 'before' },
          )
          .lean<{ readonly at: Date } | null>(),
      );
      return before?.at;
    },

    async record({ from, to }) {
      await onceMore(() =>
        rows.updateOne(
          { _id: from.toISOString() },
          { $setOnInsert: { from }, $max: { to } },
          { upsert: true },
        ),
      );
    },

    async since(from) {
      const found = await rows
        .find({ to: { $gt: from } })
        .sort({ to: 1 })
        .lean<Outage[]>();
      return found.map((outage) => ({ from: outage.from, to: outage.to }));
    },
  };
}
