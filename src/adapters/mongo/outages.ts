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
      await onceMore(() =>
        beats.updateOne({ _id: 'bot' }, { $set: { at: now } }, { upsert: true }),
      );
    },

    async lastBeat() {
      const row = await beats.findOne({ _id: 'bot' }).lean<{ readonly at: Date } | null>();
      return row?.at;
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
