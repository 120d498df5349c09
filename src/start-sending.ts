import type { MongoStores } from './adapters/mongo/mongo-stores';
import { startDispatcher } from './adapters/telegram/dispatch';
import { newPace } from './adapters/telegram/pace';
import type { Resting, Running } from './adapters/telegram/poll';
import { startSounding } from './adapters/telegram/sound-out';
import { steadyClock } from './adapters/system';
import type { TelegramDoor } from './adapters/telegram/telegram-door';
import { heldBack } from './board/held-back';
import { groupPresence } from './group-presence';
import { hearOfGroup } from './hear-of-group';
import { loseContact } from './lose-contact';
import { moveChat } from './move-chat';
import type { Chance, Clock, Log, OnMigration, World } from './ports';
import { regainContact } from './regain-contact';

/** What sending is joined from. */
export interface SendingParts {
  readonly stores: MongoStores;
  readonly telegram: TelegramDoor;
  readonly world: World;
  readonly clock: Clock;
  readonly flow?: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly onMigration?: readonly OnMigration[];
  /** Called whenever there is nothing left in hand. */
  readonly onRest?: () => void;
}

/** Starts what sends, and what asks afterwards for messages of unknown fate; both keep one pace. */
export function startSending(
  parts: SendingParts,
  owner: string,
): Running & Resting & { nudge(): void } {
  const { telegram, stores, clock, flow = steadyClock, log } = parts;
  const pace = newPace();
  const { onRest = () => {} } = parts;
  const dispatcher = startDispatcher({
    ...{ departures: stores.departures, contacts: stores.contacts },
    perform: performing(parts),
    heldBack: (within) => heldBack(within, parts.world, clock.now()),
    isAlive: telegram.isAlive,
    ...reach(parts),
    ...{ pace, owner, clock, flow, log, onRest },
    lot: () => (parts.chance.bytes(1)[0] ?? 0) / 255,
  });
  const sounding = startSounding({
    ...{ soundings: stores.soundings, isThere: telegram.isThere },
    isLeading: dispatcher.isLeading,
    ...{ pace, clock, flow, log },
  });
  return {
    nudge: dispatcher.nudge,
    isResting: dispatcher.isResting,
    async stop() {
      await sounding.stop();
      await dispatcher.stop();
    },
  };
}

const performing = ({ telegram, stores, world }: SendingParts) =>
  hearOfGroup({
    send: (row) => telegram.send(row, (key) => stores.departures.messagesOf(key)),
    topicGone: groupPresence(world).topicGone,
    reachable: reachAgain(world),
  });

/** What is to be done when a chat is out of reach, or has another id. */
export const reach = ({ clock, onMigration = [], stores, world }: SendingParts) => ({
  loseContact: loseContact({ ...stores, clock, groupLost: groupPresence(world).lost }),
  moveChat: moveChat({
    ...{ ...stores, clock },
    onMigration: [stores.groups.moved, stores.editions.moved, ...onMigration],
  }),
});

/** What is to be done when a chat can be reached again. */
export const reachAgain = (world: World): ((chat: number) => Promise<void>) =>
  regainContact({ ...world, groupBack: groupPresence(world).back });
