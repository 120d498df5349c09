import { Schema } from 'mongoose';
import { strictSchema } from './strict-schema';

const anything = Schema.Types.Mixed;

/** Who asked to be forgotten; what is needed for it goes when it is done. */
export const forgettingSchema = strictSchema('forgettings', {
  _id: String,
  telegramId: Number,
  person: String,
  names: { type: [anything], default: undefined },
  phone: String,
  phones: { type: [String], default: undefined },
  grants: { type: [anything], default: undefined },
  at: { type: Date, required: true },
  doneAt: Date,
}).index({ doneAt: 1, at: 1 });
