import { Schema } from 'mongoose';
import { strictSchema } from './strict-schema';

const anything = Schema.Types.Mixed;
const words = { type: String, required: true };
const moment = { type: Date, required: true };
const count = { type: Number, required: true };
const list = { type: [anything], required: true };
/** Long enough to look into what went wrong. */
const keptSeconds = 60 * 24 * 3600;

export const importSchema = strictSchema('imports', {
  _id: String,
  by: words,
  at: moment,
  file: words,
  added: count,
  changed: count,
  same: count,
  bad: list,
  finishedAt: Date,
}).index({ at: 1 }, { expireAfterSeconds: keptSeconds });

/** The good rows of an import, part by part. */
export const importPartSchema = strictSchema('import-parts', {
  _id: String,
  import: words,
  number: count,
  rows: list,
  at: moment,
  doneAt: Date,
})
  .index({ import: 1, doneAt: 1, number: 1 })
  .index({ at: 1 }, { expireAfterSeconds: keptSeconds });
