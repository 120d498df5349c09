import { Schema } from 'mongoose';
import { strictSchema } from './strict-schema';

const words = { type: String, required: true };
const moment = { type: Date, required: true };
const number = { type: Number, required: true };
const retentionSeconds = 90 * 24 * 3600;

/**
 * Messages on their way out, and for 90 days what became of them.
 *
 * `leaseUntil`, `departedAt` and `answeredAt` are told by the clock that Telegram counts by; all
 * other moments by the program's clock.
 */
export const outboxSchema = strictSchema('outbox', {
  _id: String,
  chat: number,
  thread: Number,
  kind: words,
  rank: number,
  unsure: words,
  weight: number,
  act: { type: Schema.Types.Mixed, required: true },
  state: words,
  about: String,
  because: String,
  person: String,
  at: moment,
  order: number,
  notBefore: moment,
  within: Schema.Types.Mixed,
  lapsesAt: Date,
  tries: number,
  owner: String,
  leaseUntil: Date,
  departedAt: Date,
  answeredAt: Date,
  unwanted: String,
  message: Number,
  others: { type: [Number], default: undefined },
  why: String,
  permanent: Boolean,
  doneAt: Date,
})
  .index({ state: 1, rank: 1, notBefore: 1, order: 1 })
  .index({ state: 1, leaseUntil: 1 })
  .index({ chat: 1, state: 1, notBefore: 1 })
  .index({ about: 1, state: 1 })
  .index({ person: 1, notBefore: 1 })
  .index({ departedAt: 1 }, { sparse: true })
  .index({ doneAt: 1 }, { expireAfterSeconds: retentionSeconds });

/** Moments until which nothing is sent at all. */
export const pauseSchema = strictSchema('pauses', { _id: String, until: moment, why: words });

/** Which chats can be reached, and what groups have become. */
export const contactSchema = strictSchema('contacts', {
  _id: Number,
  state: words,
  since: moment,
  movedTo: Number,
});
