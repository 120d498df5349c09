import type { Drafts } from '../../ports/drafts';
import type { Remembered } from '../../conversation/memories';
import type { Store } from './connect';
import { chatSchema } from './schemas';

interface Row {
  readonly _id: number;
  readonly memory: Remembered['memory'];
}

/** Finds the unfinished forms in what is remembered of each chat; `titleOf` names a form by its command. */
export function mongoDrafts(store: Store, titleOf: (command: string) => string): Drafts {
  const chats = store.model('Chat', chatSchema);
  return {
    async idleBetween(from, to) {
      const idle = await chats
        .find({ touchedAt: { $gt: from, $lte: to } }, { memory: 1 })
        .lean<Row[]>();
      return idle.flatMap(({ _id: chat, memory }) =>
        memory.drafts
          .filter(
            ({ touchedAt, heard }) =>
              touchedAt > from && touchedAt <= to && Object.keys(heard).length > 0,
          )
          .map(({ id, command, touchedAt }) => ({ id, chat, title: titleOf(command), touchedAt })),
      );
    },
  };
}
