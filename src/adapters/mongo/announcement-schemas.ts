import { Schema } from 'mongoose';
import { strictSchema } from './strict-schema';

const anything = Schema.Types.Mixed;
const words = { type: String, required: true };
const moment = { type: Date, required: true };
const number = { type: Number, required: true };

/** What the office announces. */
export const announcementSchema = strictSchema('announcements', {
  _id: String,
  wordings: { type: [anything], required: true },
  attachment: anything,
  audience: { type: anything, required: true },
  firstAt: Date,
  repeat: words,
  zone: words,
  state: words,
  by: words,
  madeAt: moment,
  regencies: { type: anything, required: true },
  why: String,
})
  .index({ madeAt: -1, _id: -1 })
  .index({ state: 1 });

/** Each sending of an announcement, with those it goes to. */
export const editionSchema = strictSchema('editions', {
  _id: String,
  announcement: words,
  slot: moment,
  begunAt: moment,
  recipients: { type: [anything], required: true },
  round: number,
  toldAt: Date,
  stoppedAt: Date,
  withdrawnAt: Date,
  finishedAt: Date,
  isOpen: Boolean,
})
  .index({ announcement: 1, slot: -1 })
  .index({ isOpen: 1 }, { sparse: true })
  .index({ 'recipients.chat': 1 });

/** Who said that they read a sending. */
export const readSchema = strictSchema('reads', {
  _id: String,
  edition: words,
  chat: number,
  telegramId: number,
  person: String,
  at: moment,
})
  .index({ edition: 1, chat: 1 })
  .index({ telegramId: 1 });
