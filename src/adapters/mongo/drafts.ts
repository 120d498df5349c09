import type { Remembered } from '../../conversation/memories';
import { ending } from '../../conversation/memory';
import type { Drafts } from '../../ports/drafts';
import type { Store } from './connect';
import { chatSchema } from './schemas';

interface Row {
  readonly _id: number;
  readonly version: number;
  readonly memory: Remembered['memory'];
}

/** Finds the unfinished forms in what is remembered of each chat; `titleOf` names a form by its command. */
export function mongoDrafts(store: Store, titleOf: (command: string) => string): Drafts {
  const chats = store.model('Chat', chatSchema);
  const touched = (when: object) =>
    chats.find({ 'memory.drafts.touchedAt': when }, { memory: 1, version: 1 }).lean<Row[]>();

  return {
    async idleBetween(from, to) {
      const idle = await touched({ $gt: from, $lte: to });
      return idle.flatMap(({ _id: chat, memory }) =>
        memory.drafts
          .filter(
            ({ touchedAt, heard }) =>
              touchedAt > from && touchedAt <= to && Object.keys(heard).length > 0,
          )
          .map(({ id, command, touchedAt }) => ({ id, chat, title: titleOf(command), touchedAt })),
      );
    },

    async drop(before) {
      let dropped = 0;
      for (const { _id, version, memory } of await touched({ $lt: before })) {
        const old = memory.drafts.filter(({ touchedAt }) => touchedAt < before);
        const without = old.reduce((rest, { id }) => ending(rest, id, 'forgotten'), memory);
        // Somebody who is talking at this moment keeps theirs until the next time.
        const { modifiedCount } = await chats.updateOne(
          { _id, version },
          { $set: { memory: without, version: version + 1 } },
        );
        if (modifiedCount === 1) dropped += old.length;
      }
      return dropped;
    },
  };
}
