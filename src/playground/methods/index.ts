import type { Params } from '../params';
import type { CallContext, Stage } from '../stage';
import { answerCallbackQuery } from './answer-callback-query';
import { answerInlineQuery } from './answer-inline-query';
import * as chat from './chat-facts';
import * as commands from './commands';
import { copyMessage, forwardMessage } from './copy';
import { deleteMessage, deleteMessages } from './delete';
import * as edit from './edit';
import { getFile } from './files';
import { getUpdates } from './get-updates';
import * as marks from './marks';
import * as own from './own-profile';
import * as media from './send-media';
import * as send from './send-message';
import * as webhook from './webhook';

/** Does one method of the Bot API; throws a `Refusal` where Telegram refuses. */
export type Method = (stage: Stage, params: Params, context: CallContext) => unknown;

const { getChat, getChatMember, getChatAdministrators, getChatMemberCount, leaveChat } = chat;
const { setMyCommands, getMyCommands, deleteMyCommands } = commands;
const { editMessageText, editMessageCaption, editMessageMedia, editMessageReplyMarkup } = edit;
const { sendPhoto, sendDocument, sendVideo, sendMediaGroup } = media;
const { sendMessage, sendLocation, sendContact, sendChatAction } = send;
const { setWebhook, deleteWebhook, getWebhookInfo } = webhook;
const { pinChatMessage, unpinChatMessage, unpinAllChatMessages, setMessageReaction } = marks;

/** All methods there are; a name that is missing here is answered 404. */
const methods: Readonly<Record<string, Method>> = {
  ...{ getUpdates, setWebhook, deleteWebhook, getWebhookInfo },
  ...{ getMe: own.getMe, logOut: own.accept, close: own.accept },
  ...{ sendMessage, sendPhoto, sendDocument, sendVideo, sendMediaGroup },
  ...{ sendLocation, sendContact, sendChatAction, copyMessage, forwardMessage },
  ...{ editMessageText, editMessageCaption, editMessageMedia, editMessageReplyMarkup },
  ...{ deleteMessage, deleteMessages, answerCallbackQuery, answerInlineQuery, getFile },
  ...{ getChat, getChatMember, getChatAdministrators, getChatMemberCount, leaveChat },
  ...{ setMyCommands, getMyCommands, deleteMyCommands },
  ...{ setMyName: own.setMyName, getMyName: own.getMyName },
  ...{ setMyDescription: own.setMyDescription, getMyDescription: own.getMyDescription },
  ...{ setMyShortDescription: own.setMyShortDescription },
  ...{ getMyShortDescription: own.getMyShortDescription },
  ...{ setChatMenuButton: own.accept, getChatMenuButton: own.getChatMenuButton },
  ...{ pinChatMessage, unpinChatMessage, unpinAllChatMessages, setMessageReaction },
};

const byLowerCase = new Map(
  Object.entries(methods).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** Finds a method by its name, in any case. */
export const findMethod = (name: string): { name: string; method: Method } | undefined =>
  byLowerCase.get(name.toLowerCase());
