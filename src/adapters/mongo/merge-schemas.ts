import { Schema } from 'mongoose';
import { strictSchema } from './strict-schema';

const anything = Schema.Types.Mixed;
const words = { type: String, required: true };
const moment = { type: Date, required: true };

export const mergeSchema = strictSchema('merges', {
  _id: String,
  from: words,
  into: words,
  by: words,
  at: moment,
  state: words,
  doneAt: Date,
  /** There as long as it is open: one at a time. */
  open: Boolean,
})
  .index({ open: 1 }, { unique: true, partialFilterExpression: { open: true } })
  .index({ state: 1, doneAt: 1 });

/** Rows of duplicates in whose place the survivor has one of its own: nothing is thrown away. */
export const mergedRowSchema = strictSchema('merged-rows', {
  _id: String,
  merge: words,
  of: words,
  row: { type: anything, required: true },
});
