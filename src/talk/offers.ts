import type { Html } from '../html';

/** Words that somebody typed after the bot's name in any chat, and from which offer on they look. */
export interface Asked {
  readonly words: string;
  readonly skip: number;
}

/** Something that can be put into that chat: a title and a line to choose it by, and what it says. */
export interface Offer {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly text: Html;
  readonly button: { readonly label: string; readonly url: string };
}

/** A page of offers, and where the next one begins if there is more. */
export interface Offers {
  readonly offers: readonly Offer[];
  readonly next?: number;
}
