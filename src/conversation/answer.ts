import type { World } from '../ports';
import type { Scene } from '../scene';
import type { Incoming } from '../talk';
import { converse } from './converse';
import type { Memories, Remembered } from './memories';
import { blank } from './memory';
import { visitorOf } from './visitor-of';

/** What conversations are held with. */
export interface Conversing {
  readonly scenes: readonly Scene[];
  readonly world: World;
  readonly memories: Memories;
  readonly isAdmin: (telegramId: number) => boolean;
}

/** What flashes up over the tapped button, if anything. */
export interface Answered {
  readonly toast?: string;
}

/**
 * Answers one deed, once, however often it arrives.
 *
 * Everything the deed changes in the chat is one document write, which also keeps what is to be
 * said. The messages follow from it under keys of their own, so a crash in between repeats nothing.
 */
export async function answer(holding: Conversing, incoming: Incoming): Promise<Answered> {
  const { world, memories } = holding;
  const kept = await memories.load(incoming.chat.id);
  const last =
    kept?.last?.update === incoming.update ? kept.last : await play(holding, incoming, kept);
  const at = world.clock.now();
  const { thread } = incoming.chat;
  const rows = last.acts.map((act, n) => ({
    key: `${incoming.update}:${n}`,
    chat: incoming.chat.id,
    ...(thread !== undefined && { thread }),
    kind: 'answer' as const,
    act,
    at,
  }));
  await world.outbox.put(rows);
  return last.toast === undefined ? {} : { toast: last.toast };
}

type Last = NonNullable<Remembered['last']>;

async function play(
  { scenes, world, memories, isAdmin }: Conversing,
  incoming: Incoming,
  kept: Remembered | undefined,
): Promise<Last> {
  const now = world.clock.now();
  const visitor = await visitorOf(world, incoming.from, isAdmin(incoming.from.id), now);
  const { memory, acts, toast } = await converse({
    scenes,
    world,
    visitor,
    incoming,
    memory: kept?.memory ?? blank,
  });
  const last = { update: incoming.update, acts, ...(toast === undefined ? {} : { toast }) };
  const saved = await memories.save(
    incoming.chat.id,
    { version: kept?.version ?? 0, memory, last },
    now,
  );
  // Two workers on one chat would be a lapsed lease; the later one starts over from what is there now.
  if (!saved) throw new Error('The chat was written to while this update was being answered');
  return last;
}
