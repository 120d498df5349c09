/** That somebody would like to take part, as it is passed on to a centre. */
export interface Interest {
  /** The id of the form it came from. */
  readonly id: string;
  readonly institution: string;
  readonly telegramId: number;
  readonly name: string;
  /** As '+62…'; only if they gave it. */
  readonly phone?: string;
  /** The course it is about. */
  readonly course?: string;
  readonly at: Date;
  /** The person who said that they have called, and when. */
  readonly handledBy?: string;
  readonly handledAt?: Date;
}

/** How long an interest is kept; the form says so before it is sent. */
export const interestDays = 90;

/** How long the same centre is not told again that the same person would like the same. */
export const repeatDays = 14;

/** How often one person may turn to centres within that time. */
export const mostInterests = 5;

/** The first word of the name somebody has on Telegram. */
export const firstNameIn = (name: string): string => name.trim().split(/\s+/u)[0] ?? '';

/** The key of the message that tells somebody of an interest. */
export const interestRow = (interest: string, person: string): string =>
  `interest:${interest}:${person}`;

/** The subject of the messages that tell a centre of somebody's interest. */
export const aboutInterest = (telegramId: number): string => `interest:${telegramId}`;
