import type { Photo } from './domain/activity-report';
import type { Html } from './html';

/** The chat in which something was said. */
export interface Chat {
  readonly id: number;
  readonly kind: 'private' | 'group';
}

/** Who said it, as Telegram names them. */
export interface Sender {
  readonly id: number;
  readonly name: string;
}

/** What a person did, in words that know nothing of Telegram. */
export type Deed =
  | { readonly kind: 'command'; readonly name: string; readonly argument: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tap'; readonly data: string; readonly message?: number }
  | { readonly kind: 'photo'; readonly photo: Photo; readonly album?: string }
  | { readonly kind: 'file'; readonly file: ReceivedFile }
  | { readonly kind: 'other'; readonly what: Unreadable };

/** A file somebody sent; its content is fetched by its id. */
export interface ReceivedFile {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
}

/** A file the bot sends. */
export interface OutgoingFile {
  readonly name: string;
  readonly base64: string;
}

/** What the bot cannot take as an answer. */
export type Unreadable =
  'sticker' | 'voice' | 'video' | 'contact' | 'location' | 'forwarded' | 'edited' | 'unknown';

/** One thing a person did; `update` is its number in the inbox, and the same deed always has the same. */
export interface Incoming {
  readonly update: number;
  readonly chat: Chat;
  readonly from: Sender;
  readonly deed: Deed;
}

/** A button under a message: `data` comes back when it is tapped (64 bytes at most), `url` is opened. */
export type Button =
  | { readonly label: string; readonly data: string }
  | { readonly label: string; readonly url: string };

/** A message as a person sees it. */
export interface Card {
  readonly text: Html;
  readonly buttons?: readonly (readonly Button[])[];
  /** Photos shown after the message. */
  readonly photos?: readonly Photo[];
  /** A file shown after the message. */
  readonly file?: OutgoingFile;
  /** What the chat's command menu offers from now on. */
  readonly menu?: readonly MenuEntry[];
}

/** Something to do in a chat. An edit whose message is gone becomes a new message. */
export type Act =
  | { readonly do: 'say'; readonly card: Card }
  | { readonly do: 'edit'; readonly of: Earlier; readonly card: Card }
  | { readonly do: 'photos'; readonly photos: readonly Photo[] }
  | { readonly do: 'file'; readonly file: OutgoingFile }
  | { readonly do: 'menu'; readonly commands: readonly MenuEntry[] };

/** An earlier message of the bot: by Telegram's number, or by the outbox row that sent it. */
export type Earlier = { readonly message: number } | { readonly row: string };

/** A line of Telegram's command menu. */
export interface MenuEntry {
  readonly command: string;
  readonly about: string;
}
