import { converse } from '../../../src/conversation/converse';
import { type Memory, blank } from '../../../src/conversation/memory';
import { dayAt } from '../../../src/domain/day';
import type { Role } from '../../../src/domain/person';
import type { AuditEntry, Visitor, World } from '../../../src/ports';
import type { Scene } from '../../../src/scene';
import type { Act, Button, Card, Deed } from '../../../src/talk';

/** A chat with `converse` alone: no Telegram, no database, and only the ports that every form needs. */
export interface TinyChat {
  does(deed: Deed, kind?: 'private' | 'group'): Promise<readonly Act[]>;
  says(text: string): Promise<string>;
  /** Taps the button with this label, in the newest message that has it or in message `at`. */
  taps(label: string, at?: number): Promise<string>;
  /** Sends any data as if a button of the newest message carried it. */
  forges(data: string): Promise<string>;
  sendsPhoto(uniqueId: string, album?: string): Promise<string>;
  /** Says or taps one after the other; words in angle brackets are buttons. */
  goes(...steps: readonly string[]): Promise<string>;
  /** The newest message, drawn; earlier ones by number from 0. */
  sees(at?: number): string;
  /** How many messages the bot has in the chat. */
  count(): number;
  /** The data of a button of the newest message. */
  dataOf(label: string): string;
  becomes(...roles: readonly Role[]): void;
  readonly toast: string | undefined;
  readonly memory: Memory;
  readonly audit: readonly AuditEntry[];
  now: Date;
}

const zone = 'Asia/Makassar';
const hamdan = { id: 1001, name: 'Ahmad Hamdan' };

/** Begins a chat with these scenes, on Monday 23 November 2026, 09.00 in Paser. */
export function tinyChat(scenes: readonly Scene[], ...given: readonly Role[]): TinyChat {
  const messages: { key: string; card: Card }[] = [];
  const audit: AuditEntry[] = [];
  const state = {
    memory: blank,
    roles: new Set<Role>(['public', ...given]),
    toast: undefined as string | undefined,
    update: 0,
    random: 0,
  };
  const world = {
    chance: { bytes: (count: number) => new Uint8Array(count).fill((state.random += 1)) },
    audit: { note: (entry: AuditEntry) => Promise.resolve(void audit.push(entry)) },
    link: (code: string) => `https://t.me/blk_aktif_bot?start=${code}`,
  } as unknown as World;
  const visitor = (): Visitor => ({
    telegramId: hamdan.id,
    telegramName: hamdan.name,
    roles: state.roles,
    reach: { institutions: [], regencies: [] },
    zone,
    now: chat.now,
    today: dayAt(chat.now, zone),
  });
  const perform = (act: Act, key: string) => {
    if (act.do === 'say') messages.push({ key, card: act.card });
    if (act.do !== 'edit') return;
    const { of } = act;
    const at = 'message' in of ? of.message : messages.findIndex((one) => one.key === of.row);
    if (!messages[at]) throw new Error('An edit of a message that was never sent');
    messages[at] = { ...messages[at], card: act.card };
  };
  const newestWith = (label: string) =>
    messages.findLastIndex(({ card }) => buttonsOf(card).some((one) => one.label === label));
  const dataAt = (at: number, label: string) => {
    const button = buttonsOf(messages[at]?.card).find((one) => one.label === label);
    if (!button || !('data' in button)) throw new Error(`No button "${label}":\n${chat.sees()}`);
    return button.data;
  };
  const tap = (data: string, message: number) => chat.does({ kind: 'tap', data, message });
  const chat: TinyChat = {
    now: new Date('2026-11-23T01:00:00Z'),
    async does(deed, kind = 'private') {
      const update = (state.update += 1);
      // What is remembered has to survive being stored.
      const memory = structuredClone(state.memory);
      const incoming = { update, chat: { id: hamdan.id, kind }, from: hamdan, deed };
      const turn = await converse({ scenes, world, visitor: visitor(), incoming, memory });
      state.memory = turn.memory;
      state.toast = turn.toast;
      turn.acts.forEach((act, n) => perform(act, `${update}:${n}`));
      return turn.acts;
    },
    async says(text) {
      const [, name, argument = ''] = /^\/(\w+) ?(.*)$/u.exec(text) ?? [];
      await chat.does(name ? { kind: 'command', name, argument } : { kind: 'text', text });
      return chat.sees();
    },
    async taps(label, at = newestWith(label)) {
      await tap(dataAt(at, label), at);
      return chat.sees();
    },
    async forges(data) {
      await tap(data, messages.length - 1);
      return chat.sees();
    },
    async sendsPhoto(uniqueId, album) {
      const photo = { fileId: `file-${uniqueId}`, uniqueId };
      await chat.does({ kind: 'photo', photo, ...(album === undefined ? {} : { album }) });
      return chat.sees();
    },
    async goes(...steps) {
      for (const step of steps) {
        const button = /^<(.+)>$/u.exec(step)?.[1];
        await (button === undefined ? chat.says(step) : chat.taps(button));
      }
      return chat.sees();
    },
    sees: (at = messages.length - 1) => drawn(messages[at]?.card),
    count: () => messages.length,
    dataOf: (label) => dataAt(messages.length - 1, label),
    becomes: (...roles) => void (state.roles = new Set<Role>(['public', ...roles])),
    get toast() {
      return state.toast;
    },
    get memory() {
      return state.memory;
    },
    audit,
  };
  return chat;
}

const buttonsOf = (card: Card | undefined): readonly Button[] => card?.buttons?.flat() ?? [];

/** A card as words: its markup, and its buttons in brackets. */
export const drawn = (card: Card | undefined): string =>
  [
    card?.text.markup ?? '(nothing)',
    ...(card?.buttons ?? []).map((row) => row.map(({ label }) => `[${label}]`).join(' ')),
  ].join('\n');
