/** The shapes of the Bot API (https://core.telegram.org/bots/api) that cross the wire here. */

export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly title?: string;
  readonly is_forum?: true;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly username?: string;
}

/** Offsets and lengths count UTF-16 code units. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly user?: User;
  readonly language?: string;
  readonly custom_emoji_id?: string;
}

export interface FileRef {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
}

export interface PhotoSize extends FileRef {
  readonly width: number;
  readonly height: number;
}

export interface NamedFile extends FileRef {
  readonly file_name?: string;
  readonly mime_type?: string;
}

export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Contact {
  readonly phone_number: string;
  readonly first_name: string;
  readonly last_name?: string;
  readonly user_id?: number;
}

export interface InlineButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly [other: string]: unknown;
}

export interface InlineKeyboard {
  readonly inline_keyboard: readonly (readonly InlineButton[])[];
}

export interface ReplyButton {
  readonly text: string;
  readonly request_contact?: boolean;
  readonly request_location?: boolean;
}

export interface ReplyKeyboard {
  readonly keyboard: readonly (readonly ReplyButton[])[];
  readonly resize_keyboard?: boolean;
  readonly one_time_keyboard?: boolean;
  readonly is_persistent?: boolean;
  readonly input_field_placeholder?: string;
  readonly selective?: boolean;
}

/** What a message may hold besides who, where and when. */
export interface Content {
  readonly text?: string;
  readonly entities?: readonly Entity[];
  readonly caption?: string;
  readonly caption_entities?: readonly Entity[];
  readonly photo?: readonly PhotoSize[];
  readonly document?: NamedFile;
  readonly sticker?: FileRef & { readonly emoji?: string };
  readonly voice?: FileRef & { readonly duration: number; readonly mime_type?: string };
  readonly video?: NamedFile;
  readonly location?: Location;
  readonly contact?: Contact;
  readonly media_group_id?: string;
  readonly message_thread_id?: number;
  readonly is_topic_message?: true;
  readonly forum_topic_created?: { readonly name: string };
  readonly new_chat_title?: string;
  readonly new_chat_members?: readonly User[];
  readonly left_chat_member?: User;
  readonly migrate_to_chat_id?: number;
  readonly migrate_from_chat_id?: number;
  readonly pinned_message?: unknown;
}

export interface Message extends Content {
  readonly message_id: number;
  readonly date: number;
  readonly edit_date?: number;
  readonly chat: Chat;
  readonly from: User;
  readonly reply_to_message?: Message;
  readonly via_bot?: User;
  readonly forward_origin?: unknown;
  readonly reply_markup?: InlineKeyboard;
}

export type UpdateKind =
  | 'message'
  | 'edited_message'
  | 'callback_query'
  | 'inline_query'
  | 'my_chat_member'
  | 'chat_member';

export interface BotCommand {
  readonly command: string;
  readonly description: string;
}

/** One thing that can be chosen, as the bot offered it. */
export interface InlineResult {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** What is put into the chat when it is chosen. */
  readonly content: Content;
  /** The text as the bot wrote it. */
  readonly source: string;
  readonly reply_markup?: InlineKeyboard;
}

/** What the bot answered to an inline query. */
export interface InlineAnswer {
  readonly results: readonly InlineResult[];
  readonly next_offset: string;
  readonly button?: { readonly text: string; readonly start_parameter: string };
}
