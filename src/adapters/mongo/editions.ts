import type { Edition } from '../../domain/edition';
import type { Editions } from '../../ports/announcements';
import { editionSchema } from './announcement-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { type Keyed, keyed, unkeyed } from './keyed';

interface Row extends Keyed<Edition> {
  readonly isOpen?: boolean;
  readonly toldAt?: Date;
}

function edition({ isOpen: _open, toldAt: _told, ...row }: Row): Edition {
  return unkeyed<Edition>(row);
}

/** Keeps the sendings of announcements in MongoDB. */
export function mongoEditions(store: Store): Editions {
  const rows = store.model('Edition', editionSchema);
  const one = async (id: string) => {
    const row = await rows.findOne({ _id: id }).lean<Row | null>();
    return row ? edition(row) : undefined;
  };
  return {
    one,

    async begin(begun) {
      await insertOnce(() => rows.create({ ...keyed(begun), isOpen: true }));
      return (await one(begun.id)) ?? begun;
    },

    async of(announcement) {
      const found = await rows.find({ announcement }).sort({ slot: -1 }).lean<Row[]>();
      return found.map(edition);
    },

    async running(since) {
      const recent = { $or: [{ isOpen: true }, { finishedAt: { $gt: since } }] };
      const found = await rows.find(recent).sort({ _id: 1 }).lean<Row[]>();
      return found.map(edition);
    },

    async mayTell(id, now, everyMs) {
      const before = new Date(now.getTime() - everyMs);
      const { modifiedCount } = await rows.updateOne(
        { _id: id, $or: [{ toldAt: null }, { toldAt: { $lte: before } }] },
        { $set: { toldAt: now } },
      );
      return modifiedCount === 1;
    },

    async finish(id, round, now) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, round, isOpen: true },
        { $set: { finishedAt: now }, $unset: { isOpen: 1 } },
      );
      return modifiedCount === 1;
    },

    async again(id, round) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, round },
        { $set: { round: round + 1, isOpen: true }, $unset: { finishedAt: 1, stoppedAt: 1 } },
      );
      return modifiedCount === 1;
    },

    async end(id, how, now) {
      await rows.updateOne({ _id: id, [how]: null }, { $set: { [how]: now } });
    },

    async moved(from, to) {
      await rows.updateMany({ 'recipients.chat': from }, { $set: { 'recipients.$.chat': to } });
    },
  };
}
