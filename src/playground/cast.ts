/** A person who can chat with the bot on the playground. */
export interface CastPerson {
  readonly id: number;
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly phone?: string;
  readonly languageCode?: string;
  /** One line for the page, e.g. 'Pengelola BLK Bina Iman'. */
  readonly about: string;
  /** The heading under which the page lists the person, e.g. 'Pengelola'. */
  readonly section?: string;
  /** True when the conversation with the bot has begun already. */
  readonly started?: boolean;
  /** True for a deleted account: every send is refused. */
  readonly deactivated?: boolean;
}

/** A group chat; an id below -1000000000000 makes it a supergroup. */
export interface CastGroup {
  readonly id: number;
  readonly title: string;
  readonly members: readonly number[];
  readonly botIsMember: boolean;
  readonly botIsAdmin?: boolean;
  readonly about: string;
}

/** Everybody on the playground. The first member of a group is its owner. */
export interface Cast {
  readonly people: readonly CastPerson[];
  readonly groups: readonly CastGroup[];
}
