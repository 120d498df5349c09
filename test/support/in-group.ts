import type { SeenMessage } from '../../src/playground/playground';
import type { BotAtHome } from './bot-at-home';

/** A group of the playground with the bot in it. */
export interface InGroup {
  readonly chat: number;
  /** Says something there and returns what the bot said to it. */
  says(member: Member, text: string): Promise<readonly SeenMessage[]>;
  /** Taps a button of the newest message that has it, and returns that message as it is then. */
  taps(member: Member, label: string): Promise<SeenMessage>;
  /** Sends callback data under the newest message of the bot, and returns that message as it is then. */
  forges(member: Member, data: string): Promise<SeenMessage>;
  /** What the bot said there, oldest first. */
  fromBot(): readonly SeenMessage[];
}

interface Member {
  readonly id: number;
}

/** Lets members of a group talk with the bot there; everything waits for the bot to be done with it. */
export function inGroup(home: BotAtHome, chat: number): InGroup {
  const { telegram } = home;
  const fromBot = () => telegram.chat(chat).filter(({ from }) => from.isBot);
  const settled = (done: object) =>
    home.as({ id: chat }).settled('updateId' in done ? (done.updateId as number) : undefined);
  const now = (id: number) => {
    const message = fromBot().find((one) => one.id === id);
    if (!message) throw new Error(`The bot has no message ${id} in ${chat}`);
    return message;
  };
  return {
    chat,
    fromBot,
    async says({ id }, text) {
      const before = fromBot().length;
      await settled(telegram.says(id, text, chat));
      return fromBot().slice(before);
    },
    async taps({ id }, label) {
      const message = fromBot().findLast(({ rows }) =>
        rows.flat().some(({ text }) => text.includes(label)),
      );
      if (!message) throw new Error(`No message in ${chat} has a button "${label}"`);
      await settled(telegram.taps(id, chat, message.id, label));
      return now(message.id);
    },
    async forges({ id }, data) {
      const { id: message = 0 } = fromBot().at(-1) ?? {};
      await settled(telegram.tapsData(id, chat, message, data));
      return now(message);
    },
  };
}
