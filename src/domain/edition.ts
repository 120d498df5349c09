/** Somebody an announcement goes to: a person who runs a centre, or a group. */
export interface Recipient {
  /** Names it for good, also when the group gets another id. */
  readonly key: string;
  readonly chat: number;
  readonly thread?: number;
  /** Absent for a group. */
  readonly person?: string;
  /** The institution on whose account it is written to; the first of several. */
  readonly institution?: string;
}

/** One sending of an announcement; those who get it are settled when it begins. */
export interface Edition {
  readonly id: string;
  readonly announcement: string;
  /** The moment it was planned for. */
  readonly slot: Date;
  readonly begunAt: Date;
  readonly recipients: readonly Recipient[];
  /** How often those it did not reach were tried again. */
  readonly round: number;
  /** It is not sent any further. */
  readonly stoppedAt?: Date;
  readonly withdrawnAt?: Date;
  /** Everybody was dealt with, and the author was told. */
  readonly finishedAt?: Date;
}

/** The id of the `n`th sending of an announcement. */
export const editionId = (announcement: string, n: number): string => `${announcement}.${n}`;

/** The subject of the messages of a sending, one for each recipient. */
export const editionAbout = (edition: string): string => `announcement:${edition}`;

/** The subject of what changes those messages afterwards. */
export const changesAbout = (edition: string): string => `${editionAbout(edition)}:change`;

/** The key of what takes a message back. */
export const withdrawalKey = (message: string): string => `${message}:withdrawn`;

/** Whether a key is that of taking a message back; its album goes with it, under a key of its own. */
export const isWithdrawal = (key: string): boolean =>
  key.endsWith(':withdrawn') && !key.endsWith(':album:withdrawn');

/** Whether a key is that of a message of this round. */
export const isOfRound = (key: string, round: number): boolean => key.endsWith(`:r${round}`);

/** The key of the message to a recipient; `round` counts the times it is sent again. */
export const messageKey = (edition: string, recipient: string, round: number): string =>
  `announcement:${edition}:${recipient}${round === 0 ? '' : `:r${round}`}`;

/** The recipient that a message's key names. */
export const recipientIn = (key: string): string => key.split(':')[2] ?? '';

/** Each chat once, on account of the first institution that leads to it. */
export function oncePerChat(recipients: readonly Recipient[]): readonly Recipient[] {
  const chats = new Map<number, Recipient>();
  for (const one of recipients) if (!chats.has(one.chat)) chats.set(one.chat, one);
  return [...chats.values()];
}

/** How the messages of a sending stand. */
export interface Tally {
  readonly sent: number;
  readonly failed: number;
  /** Of those nobody knows whether they arrived. */
  readonly unknown: number;
  /** Of the unknown ones, those that Telegram is still asked for. */
  readonly asked: number;
  readonly waiting: number;
  readonly cancelled: number;
}

/** Whether nothing of it is still to be sent. */
export const isOver = ({ waiting }: Tally): boolean => waiting === 0;
