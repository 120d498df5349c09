import * as forum from './acts/forum';
import * as gather from './acts/gather';
import { asksInline, choosesInline, type Asked, type Inquiry } from './acts/inline';
import * as show from './acts/show';
import { edits, forwards, says, type Said, type Where, type Written } from './acts/speak';
import { followsLink, taps, tapsData, type Tapped } from './acts/tap';
import type { Call } from './call-log';
import type { Cast } from './cast';
import type { Toast } from './changes';
import type { Faults } from './faults';
import { commandsShown } from './methods/commands';
import type { Upload } from './params';
import { seed } from './seed';
import { seenChat, type SeenMessage } from './seen';
import type { Stage } from './stage';
import { openToasts } from './toasts';
import { until } from './until';
import type { BotCommand, InlineAnswer } from './wire';

/** What a text may go with. */
type SayOptions = Pick<Written, 'replyTo' | 'topic' | 'entities'>;

/** A text with what is formatted in it. */
type Words = Pick<Written, 'entities'> & { readonly text: string };

/** What people on the playground do. Misuse throws an Error that says what is wrong. */
export interface PeopleDo {
  says(personId: number, text: string, chatId?: number, options?: SayOptions): Said;
  /** Taps the button with this exact label or data, or the only one whose label contains it. */
  taps(personId: number, chatId: number, messageId: number, button: string): Tapped;
  /** Sends any callback data, as an outdated screen or a forger would. */
  tapsData(personId: number, chatId: number, messageId: number, data: string): Tapped;
  followsLink(personId: number, url: string): Tapped;
  sendsPhoto(personId: number, photo: Buffer | 'generated', options?: show.ShowOptions): Said;
  sendsDocument(personId: number, file: Upload, options?: show.ShowOptions): Said;
  sendsSticker(personId: number, where?: Where): Said;
  sendsVoice(personId: number, where?: Where): Said;
  sendsLocation(personId: number, latitude: number, longitude: number, where?: Where): Said;
  sharesContact(personId: number, options?: Where & { ofId?: number }): Said;
  edits(personId: number, messageId: number, to: string | Words, chatId?: number): Said;
  forwards(personId: number, fromChatId: number, messageId: number, where?: Where): Said;
  /** Types words after the bot's name; `inlineAnswer` tells what the bot offers for them. */
  asksInline(personId: number, query: string, inquiry?: Inquiry): Asked;
  /** Puts an offer into a chat, the private one with the bot unless told. */
  choosesInline(personId: number, queryId: string, resultId: string, chatId?: number): Said;
  blocks(personId: number): void;
  unblocks(personId: number): void;
  deactivates(personId: number, deactivated?: boolean): void;
  addsBot(personId: number, groupId: number, rank?: 'member' | 'administrator'): void;
  removesBot(personId: number, groupId: number): void;
  mutes(groupId: number, muted: boolean): void;
  joins(personId: number, groupId: number): void;
  leaves(personId: number, groupId: number): void;
  /** Opens a forum topic and returns its id. */
  opensTopic(personId: number, groupId: number, name: string): number;
  deletesTopic(groupId: number, topicId: number): void;
  /** Gives a group another title; returns the id of the update. */
  renamesGroup(personId: number, groupId: number, title: string): number | undefined;
  /** Returns the id of the new supergroup. */
  upgradesGroup(groupId: number): number;
}

/** The local Telegram seen from inside: act as people, look at chats, make trouble. */
export interface LocalTelegram extends PeopleDo {
  /** Adds or renames people and groups. */
  extendCast(cast: Cast): void;
  /** What stands in a chat now, oldest first. */
  chat(chatId: number): SeenMessage[];
  /** What the bot offered for an inline query; undefined until it has answered. */
  inlineAnswer(queryId: string): InlineAnswer | undefined;
  lastToast(personId: number): Toast | undefined;
  toasts(personId: number): readonly Toast[];
  /** The command menu a person sees, in the private chat unless a group is named. */
  commandsFor(personId: number, chatId?: number): readonly BotCommand[];
  /** The last 10,000 calls of the Bot API, oldest first, or those of one method. */
  calls(method?: string): Call[];
  /**
   * Waits until `look` finds something (anything but undefined, null and false) and returns it.
   * Looks at once and after every change; throws when `timeoutMs` (5,000 unless told) have passed.
   */
  until<T>(
    look: (telegram: LocalTelegram) => T | undefined | null | false,
    timeoutMs?: number,
  ): Promise<T>;
  readonly faults: Faults;
  /** Ids of updates not yet confirmed. */
  pendingUpdates(): number[];
  /** How often an update was handed to the bot. */
  deliveries(updateId: number): number;
  /** Hands the same update out once more. */
  redeliver(updateId: number): void;
  /** Keeps updates back while true. */
  holdUpdates(held: boolean): void;
  now(): Date;
}

/** Binds the acts and looks to one stage. */
export function localTelegram(stage: Stage): LocalTelegram {
  const { ground, queue } = stage;
  const toasts = openToasts(ground.changes);
  const telegram: LocalTelegram = {
    ...peopleDo(stage),
    extendCast: (cast) => seed(ground, cast),
    chat: (chatId) => seenChat(ground, chatId),
    inlineAnswer: (queryId) => ground.inlineQueries.get(queryId)?.answer,
    lastToast: (personId) => toasts(personId).at(-1),
    toasts,
    commandsFor: (personId, chatId = personId) => commandsShown(ground, personId, chatId),
    calls: (method) => ground.calls.list(method),
    until: (look, timeoutMs) =>
      until(ground.changes, () => look(telegram), { timeoutMs, sought: String(look) }),
    faults: ground.faults,
    pendingUpdates: () => queue.pendingIds(),
    deliveries: (updateId) => queue.deliveries(updateId),
    redeliver: (updateId) => queue.redeliver(updateId),
    holdUpdates: (held) => queue.hold(held),
    now: () => ground.now(),
  };
  return telegram;
}

function peopleDo(stage: Stage): PeopleDo {
  return {
    says: (person, text, chatId, options) => says(stage, person, text, { ...options, chatId }),
    taps: (person, chatId, messageId, button) => taps(stage, person, { chatId, messageId }, button),
    tapsData: (person, chatId, messageId, data) =>
      tapsData(stage, person, { chatId, messageId }, data),
    followsLink: (person, url) => followsLink(stage, person, url),
    sendsPhoto: (person, photo, options) => show.sendsPhoto(stage, person, photo, options),
    sendsDocument: (person, file, options) => show.sendsDocument(stage, person, file, options),
    sendsSticker: (person, where) => show.sendsSticker(stage, person, where),
    sendsVoice: (person, where) => show.sendsVoice(stage, person, where),
    sendsLocation: (person, latitude, longitude, where) =>
      show.sendsLocation(stage, person, { latitude, longitude }, where),
    sharesContact: (person, options) => show.sharesContact(stage, person, options),
    edits: (person, messageId, to, chatId) =>
      edits(stage, person, messageId, { ...(typeof to === 'string' ? { text: to } : to), chatId }),
    forwards: (person, fromChatId, messageId, where) =>
      forwards(stage, person, { fromChatId, messageId }, where),
    asksInline: (person, query, inquiry) => asksInline(stage, person, query, inquiry),
    choosesInline: (person, queryId, resultId, chatId) =>
      choosesInline(stage, person, { queryId, resultId }, chatId),
    ...gatherings(stage),
  };
}

function gatherings(stage: Stage) {
  return {
    blocks: (person: number) => void gather.blocks(stage, person),
    unblocks: (person: number) => void gather.unblocks(stage, person),
    deactivates: (person: number, gone?: boolean) => gather.deactivates(stage, person, gone),
    addsBot: (person: number, groupId: number, rank?: 'member' | 'administrator') =>
      gather.addsBot(stage, person, groupId, rank),
    removesBot: (person: number, groupId: number) => gather.removesBot(stage, person, groupId),
    mutes: (groupId: number, muted: boolean) => gather.mutes(stage, groupId, muted),
    joins: (person: number, groupId: number) => gather.joins(stage, person, groupId),
    leaves: (person: number, groupId: number) => gather.leaves(stage, person, groupId),
    upgradesGroup: (groupId: number) => gather.upgradesGroup(stage, groupId),
    opensTopic: (person: number, groupId: number, name: string) =>
      forum.opensTopic(stage, person, groupId, name),
    deletesTopic: (groupId: number, topicId: number) => forum.deletesTopic(stage, groupId, topicId),
    renamesGroup: (person: number, groupId: number, title: string) =>
      forum.renamesGroup(stage, person, groupId, title),
  };
}
