import { Schema } from 'mongoose';
import { strictSchema } from './strict-schema';

const anything = Schema.Types.Mixed;
const words = { type: String, required: true };
const moment = { type: Date, required: true };

export const institutionSchema = strictSchema('institutions', {
  _id: String,
  name: words,
  kind: words,
  regency: words,
  district: words,
  village: String,
  trade: words,
  phone: String,
  zone: words,
  restDay: { type: Number, required: true },
  rhythm: words,
  registeredAt: moment,
  archivedAt: Date,
  formerIds: { type: [String], default: undefined },
  mergedInto: String,
  /** What tells it from all others; nobody can add it twice. */
  key: String,
  /** The form or file that added it, so that a repeat adds nothing. */
  origin: String,
})
  .index({ regency: 1, name: 1 })
  .index({ key: 1 }, { unique: true, sparse: true })
  .index({ origin: 1 }, { unique: true, sparse: true });

/** Aid, equipment and instructors side by side. */
export const particularSchema = strictSchema('particulars', {
  _id: String,
  sort: words,
  institution: words,
  year: Number,
  what: String,
  source: String,
  name: String,
  good: Number,
  damaged: Number,
  countedOn: String,
  training: String,
  expiresOn: String,
}).index({ institution: 1 });

export const visitSchema = strictSchema('visits', {
  _id: String,
  institution: words,
  manner: words,
  on: words,
  findings: words,
  equipment: String,
  confirms: words,
  lastActivityThen: String,
  followUps: { type: [anything], required: true },
  photos: { type: [anything], required: true },
  by: words,
  at: moment,
}).index({ institution: 1, on: -1 });
