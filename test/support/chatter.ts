import type { LocalTelegram, SeenMessage } from '../../src/playground/playground';

/** A person in front of the chat: acts on what stands there, and waits for what should come. */
export interface Chatter {
  readonly id: number;
  /**
   * Does one thing and returns the number of its update: `<Kirim>` taps a button, `photo` sends a
   * photo, anything else is typed.
   */
  does(what: string): number;
  /** Waits until a message of the bot has these words, looking only at what came since `begins`. */
  sees(words: RegExp): Promise<SeenMessage>;
  /** Does one thing and waits for the words that should come of it. */
  goes(what: string, words: RegExp): Promise<SeenMessage>;
  /** From here on only messages that come later count. */
  begins(): void;
}

const patienceMs = 60_000;

/** Sits somebody down in front of their private chat with the bot. */
export function chatter(telegram: LocalTelegram, id: number): Chatter {
  let since = 0;
  const fromBot = () => telegram.chat(id).filter((one) => one.from.isBot && one.id > since);
  const taps = (label: string): number => {
    const message = fromBot().findLast(({ rows }) =>
      rows.flat().some(({ text }) => text.includes(label)),
    );
    if (!message) throw new Error(`There is no button "${label}" in the chat of ${id}`);
    const tapped = telegram.taps(id, id, message.id, label);
    return numberOf('updateId' in tapped ? tapped.updateId : undefined);
  };
  const one: Chatter = {
    id,
    does(what) {
      const label = /^<(.+)>$/u.exec(what)?.[1];
      if (label !== undefined) return taps(label);
      if (what === 'photo') return numberOf(telegram.sendsPhoto(id, 'generated').updateId);
      return numberOf(telegram.says(id, what).updateId);
    },
    sees: (words) =>
      telegram.until(() => fromBot().findLast(({ text }) => words.test(text)), patienceMs),
    goes(what, words) {
      one.does(what);
      return one.sees(words);
    },
    begins: () => void (since = telegram.chat(id).at(-1)?.id ?? 0),
  };
  return one;
}

function numberOf(update: number | undefined): number {
  if (update === undefined) throw new Error('The bot does not ask for updates of this kind');
  return update;
}
