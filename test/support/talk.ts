import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../src/adapters/mongo/connect';
import type { LocalTelegram, SeenMessage } from '../../src/playground/playground';
import type { Clock } from '../../src/ports';

/** One person's side of the private chat with the bot. */
export interface Talker {
  readonly id: number;
  says(text: string): Promise<SeenMessage>;
  /** Taps a button by its label: under the message with this number, else the newest that has it. */
  taps(label: string, under?: number): Promise<SeenMessage>;
  /** Sends callback data under the newest message of the bot, as a forger would. */
  forges(data: string): Promise<SeenMessage>;
  sendsPhoto(albumOf?: string): Promise<SeenMessage>;
  /** Says or taps one after the other: words in angle brackets are buttons, `<Kirim>`. */
  goes(...steps: readonly string[]): Promise<SeenMessage>;
  /** Does all that `goes` does without waiting in between: buttons as they stand at the start. */
  hurries(...steps: readonly string[]): Promise<SeenMessage>;
  /** The newest message of the bot. */
  sees(): SeenMessage;
  /** Every message in the chat, oldest first. */
  chat(): readonly SeenMessage[];
  toast(): string | undefined;
  /** Waits until the bot has dealt with everything that arrived. */
  settled(update?: number): Promise<void>;
}

const patienceMs = 10_000;
/** No deed is dealt with sooner, and every look takes time from the bot. */
const firstLookMs = 12;
const nextLookMs = 6;
/** A bot that tells when it rests is looked at then, and now and then in case it has missed something. */
const restMs = 50;

/** Where somebody talks; `pass` lets real time pass for Telegram's limits, as it does between two deeds. */
export interface Parlour {
  readonly telegram: LocalTelegram;
  readonly store: Store;
  readonly clock: Clock;
  pass(ms: number): void;
  /** Resolves when the bot next rests, or after `atMostMs`; a bot elsewhere does not tell. */
  rests?(atMostMs: number): Promise<void>;
}

/** As long as a person takes for a deed; a group hears twenty messages a minute at most. */
const deedMs = 3000;

/** Talks as `id`; every deed waits until its update is handled and all that follows is sent. */
export function talker(id: number, parlour: Parlour): Talker {
  const { telegram, pass } = parlour;
  const fromBot = () => telegram.chat(id).filter(({ from }) => from.isBot);
  const sees = () => {
    const newest = fromBot().at(-1);
    if (!newest) throw new Error('The bot has not said anything yet');
    return newest;
  };
  const settled = (update?: number) => {
    pass(deedMs);
    return untilSettled(parlour, id, update);
  };
  const after = async ({ updateId }: { readonly updateId?: number }) => {
    await settled(updateId);
    return sees();
  };
  const withButton = (label: string) =>
    fromBot().findLast(({ rows }) => rows.flat().some(({ text }) => text.includes(label)));
  const press = (label: string, under?: number) => {
    if (under !== undefined) return telegram.taps(id, id, under, label) as { updateId?: number };
    const message = withButton(label);
    if (!message) throw new Error(`No message has a button "${label}". Newest:\n${drawn(sees())}`);
    return telegram.taps(id, id, message.id, label) as { updateId?: number };
  };
  const talks: Talker = {
    id,
    sees,
    settled,
    chat: () => telegram.chat(id),
    toast: () => telegram.lastToast(id)?.text,
    says: (text) => after(telegram.says(id, text)),
    forges: (data) => after(telegram.tapsData(id, id, sees().id, data) as { updateId?: number }),
    sendsPhoto: (albumOf) =>
      after(telegram.sendsPhoto(id, 'generated', albumOf === undefined ? {} : { albumOf })),
    taps: (label, under) => after(press(label, under)),
    async goes(...steps) {
      for (const step of steps) {
        const button = buttonIn(step);
        await (button === undefined ? talks.says(step) : talks.taps(button));
      }
      return sees();
    },
    hurries(...steps) {
      const done = steps.map((step) => {
        const button = buttonIn(step);
        return button === undefined ? telegram.says(id, step) : press(button);
      });
      return after(done.at(-1) ?? {});
    },
  };
  return talks;
}

const buttonIn = (step: string) => /^<(.+)>$/u.exec(step)?.[1];

/** A message as words: its text, and its buttons in brackets. */
export const drawn = ({ text, rows }: SeenMessage): string =>
  [text, ...rows.map((row) => row.map(({ text: label }) => `[${label}]`).join(' '))].join('\n');

async function untilSettled(
  { store, clock, rests }: Parlour,
  chat: number,
  update: number | undefined,
): Promise<void> {
  // The updates of a lane are handled in order: with the last one all are done.
  const open = update === undefined ? { lane: `person:${chat}`, state: 'new' } : { _id: update };
  const isHandled = async () => {
    const [row] = await store
      .collection<{ _id: number; state: string }>('inbox')
      .find(open)
      .limit(1)
      .toArray();
    return update === undefined ? !row : row !== undefined && row.state !== 'new';
  };
  // What is planned for another day is not waited for.
  const due = { state: 'scheduled', notBefore: { $lte: clock.now() } };
  const unsent = { chat, $or: [{ state: 'sending' }, due] };
  const until = performance.now() + patienceMs;
  // Of an update without a number nobody knows whether it has arrived; it is given time to.
  const isTold = rests !== undefined && update !== undefined;
  await (isTold ? rests(restMs) : pause(2 * firstLookMs));
  for (; performance.now() < until; await (rests?.(restMs) ?? pause(nextLookMs))) {
    if ((await isHandled()) && (await store.collection('outbox').countDocuments(unsent)) === 0)
      return;
  }
  throw new Error(`The bot has not settled update ${update ?? '(any)'} in time`);
}
