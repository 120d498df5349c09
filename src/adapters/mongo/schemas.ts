import { Schema } from 'mongoose';
import { strictSchema } from './strict-schema';

const anything = Schema.Types.Mixed;
const words = { type: String, required: true };
const moment = { type: Date, required: true };
const weekSeconds = 7 * 24 * 3600;

/** The updates from Telegram, by `update_id`; those handled are kept a week to recognise a repeat. */
export const inboxSchema = strictSchema('inbox', {
  _id: Number,
  lane: words,
  body: { type: anything },
  state: words,
  starts: { type: Number, default: 0 },
  failures: { type: Number, default: 0 },
  notBefore: moment,
  at: moment,
  why: String,
  doneAt: Date,
})
  .index({ state: 1, lane: 1, _id: 1 })
  .index({ state: 1, notBefore: 1 })
  .index({ doneAt: 1 }, { expireAfterSeconds: weekSeconds });

/** Who works on what: lanes of the inbox, and the one dispatcher of the outbox. */
export const leaseSchema = strictSchema('leases', { _id: String, owner: words, until: moment });

/** What the bot remembers of each chat, with a version so that no write is lost. */
export const chatSchema = strictSchema('chats', {
  _id: Number,
  version: { type: Number, required: true },
  memory: { type: anything, required: true },
  last: { type: anything },
  touchedAt: moment,
}).index({ 'memory.drafts.touchedAt': 1 });

export { contactSchema, outboxSchema, pauseSchema } from './outbox-schema';
export { groupSchema } from './group-schema';
export { forgettingSchema } from './forgetting-schema';
export { announcementSchema, editionSchema, readSchema } from './announcement-schemas';
export { courseSchema } from './course-schema';
export { interestSchema } from './interest-schema';
export { registrationSchema } from './registration-schema';

export { mergeSchema, mergedRowSchema } from './merge-schemas';
export { importPartSchema, importSchema } from './import-schemas';
export { institutionSchema, particularSchema, visitSchema } from './institution-schemas';

/** People; everything else refers to them by `_id`, so that forgetting one is forgetting one row. */
export const personSchema = strictSchema('people', {
  _id: String,
  telegramId: Number,
  name: words,
  /** Every name they were known by here, and since when. */
  names: { type: [anything], default: undefined },
  address: String,
  phone: String,
  grants: { type: [anything], required: true },
  origins: { type: [String], required: true },
  consent: { type: anything },
  publicContacts: { type: [anything], default: undefined },
})
  .index({ telegramId: 1 }, { unique: true, sparse: true })
  .index({ 'grants.institution': 1 })
  .index({ 'grants.role': 1 });

export const invitationSchema = strictSchema('invitations', {
  _id: String,
  origin: words,
  grants: { type: anything, required: true },
  createdAt: moment,
  expiresAt: moment,
  createdBy: words,
  usedAt: Date,
  usedBy: String,
}).index({ origin: 1 }, { unique: true });

/** Activity reports and nil reports side by side: one history, one key space. */
export const reportSchema = strictSchema('reports', {
  _id: String,
  sort: words,
  institution: words,
  kind: String,
  details: { type: anything },
  startsOn: String,
  endsOn: String,
  men: Number,
  women: Number,
  photos: { type: [anything], default: undefined },
  version: Number,
  review: String,
  changes: { type: [anything], default: undefined },
  day: String,
  reason: String,
  note: String,
  reportedBy: words,
  onBehalf: { type: Boolean, required: true },
  reportedAt: moment,
})
  .index({ institution: 1, reportedAt: -1 })
  .index({ institution: 1, sort: 1, endsOn: -1 })
  .index({ institution: 1, sort: 1, review: 1, reportedAt: 1 });

export const auditSchema = strictSchema('audit', {
  _id: String,
  who: words,
  did: words,
  what: words,
  at: moment,
})
  .index({ at: -1, _id: -1 })
  // Whoever asks what is kept of them, or to be forgotten, asks a log of years.
  .index({ who: 1 });
