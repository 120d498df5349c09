import { Schema } from 'mongoose';
import { strictSchema } from './strict-schema';

/** Telegram groups, by chat; `everything` stands for all institutions of the regencies. */
export const groupSchema = strictSchema('groups', {
  _id: Number,
  title: { type: String, required: true },
  thread: Number,
  institutions: { type: [String], default: undefined },
  everything: Boolean,
  regencies: Schema.Types.Mixed,
  linkedBy: String,
  linkedAt: Date,
  leftAt: Date,
}).index({ institutions: 1 });
