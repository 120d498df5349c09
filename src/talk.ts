import type { Photo } from './domain/activity-report';
import type { Html } from './html';

/** The chat in which something was said. */
export interface Chat {
  readonly id: number;
  readonly kind: 'private' | 'group';
  /** The name of a group. */
  readonly title?: string;
  /** The forum topic of a group in which it was said. */
  readonly thread?: number;
}

/** Who said it, as Telegram names them. */
export interface Sender {
  readonly id: number;
  readonly name: string;
  /** The name others can write to, without the @. */
  readonly username?: string;
}

/** What somebody wrote. */
export interface Words {
  readonly text: string;
  /** The same words with what was formatted in Telegram, as `domain/formatted-text` writes it. */
  readonly formatted?: string;
}

/** What a person did, in words that know nothing of Telegram. */
export type Deed =
  | { readonly kind: 'command'; readonly name: string; readonly argument: string }
  | ({ readonly kind: 'text' } & Words)
  | {
      readonly kind: 'tap';
      readonly data: string;
      readonly message?: number;
      /** What the message of the button showed at that moment. */
      readonly shown?: Shown;
    }
  | {
      readonly kind: 'photo';
      readonly photo: Photo;
      readonly album?: string;
      /** What was written below it. */
      readonly caption?: Words;
    }
  | { readonly kind: 'file'; readonly file: ReceivedFile; readonly caption?: Words }
  | { readonly kind: 'phone'; readonly phone: string }
  /** `of` is what a forwarded message would be if it were one's own. */
  | { readonly kind: 'other'; readonly what: Unreadable; readonly of?: Deed };

/** A message of the bot as it stands. */
export interface Shown {
  readonly text: Html;
  /** How many characters its words have. */
  readonly length: number;
  readonly buttons: readonly (readonly Button[])[];
}

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

/**
 * A button under a message: `data` comes back when it is tapped (64 bytes at most), `url` is opened,
 * `share` asks for a chat in which the bot is then called with these words.
 */
export type Button =
  | { readonly label: string; readonly data: string }
  | { readonly label: string; readonly url: string }
  | { readonly label: string; readonly share: string };

/** A photo or a file that Telegram has already, shown with a message as its caption. */
export interface Media {
  readonly kind: 'photo' | 'document';
  readonly fileId: string;
}

/** A message as a person sees it. */
export interface Card {
  readonly text: Html;
  readonly buttons?: readonly (readonly Button[])[];
  /** What the text is the caption of (1,024 characters at most). */
  readonly media?: Media;
  /** Instead of buttons, the keyboard that shares one's own telephone number, or its end. */
  readonly keyboard?: { readonly sharePhone: string } | 'none';
  /** Messages of their own, said after this one. */
  readonly next?: readonly Card[];
  /** Photos shown after the message. */
  readonly photos?: readonly Photo[];
  /** A file shown after the message. */
  readonly file?: OutgoingFile;
  /** What the chat's command menu offers from now on. */
  readonly menu?: readonly MenuEntry[];
}

/** Something to do in a chat. An edit whose message is gone becomes a new message, unless it is `only` an edit. */
export type Act =
  | { readonly do: 'say'; readonly card: Card }
  | { readonly do: 'edit'; readonly of: Earlier; readonly card: Card; readonly only?: true }
  | {
      readonly do: 'rebutton';
      readonly of: Earlier;
      readonly buttons: readonly (readonly Button[])[];
    }
  /** Takes a message back; one that Telegram does not delete any more becomes `card`, if there is one. */
  | { readonly do: 'delete'; readonly of: Earlier; readonly card?: Card }
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
