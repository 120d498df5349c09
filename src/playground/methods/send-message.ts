import { writableChat } from '../chats';
import { textParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import type { Message } from '../wire';
import { post } from './post';
import { readText } from './texts';

/** Sends a text. */
export const sendMessage = (stage: Stage, params: Params): Message =>
  post(stage, params, readText(params));

/** Sends a point on the map. */
export function sendLocation(stage: Stage, params: Params): Message {
  const latitude = Number(textParam(params, 'latitude') || Number.NaN);
  const longitude = Number(textParam(params, 'longitude') || Number.NaN);
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
    throw badRequest('wrong parameter location in request');
  }
  return post(stage, params, { location: { latitude, longitude } });
}

/** Sends a telephone contact. */
export function sendContact(stage: Stage, params: Params): Message {
  const [phone_number, first_name] = [
    textParam(params, 'phone_number'),
    textParam(params, 'first_name'),
  ];
  if (phone_number === '') throw badRequest('phone number must be non-empty');
  if (first_name === '') throw badRequest('first name must be non-empty');
  return post(stage, params, { contact: { phone_number, first_name } });
}

const actions = new Set([
  ...['typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice'],
  ...['upload_document', 'choose_sticker', 'find_location', 'record_video_note'],
  'upload_video_note',
]);

/** Shows that the bot is typing. */
export function sendChatAction({ ground }: Stage, params: Params): boolean {
  const action = textParam(params, 'action');
  if (!actions.has(action)) throw badRequest('wrong parameter action in request');
  const chat = writableChat(ground, params);
  ground.changes.tell({ kind: 'typing', chatId: chat.id, action });
  return true;
}
