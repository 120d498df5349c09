import { Schema } from 'mongoose';
import { strictSchema } from './strict-schema';

const anything = Schema.Types.Mixed;
const words = { type: String, required: true };
const moment = { type: Date, required: true };

/** Planned courses, with what was done with each. */
export const courseSchema = strictSchema('courses', {
  _id: String,
  institution: words,
  title: words,
  startsOn: words,
  endsOn: words,
  quota: { type: Number, required: true },
  conditions: words,
  contact: String,
  plannedBy: words,
  plannedAt: moment,
  state: words,
  changes: { type: [anything], required: true },
  announced: { type: anything },
  remindedOn: String,
  askedOn: String,
  graduates: { type: anything },
})
  .index({ institution: 1, endsOn: 1 })
  .index({ institution: 1, state: 1, startsOn: 1 })
  .index({ state: 1, startsOn: 1 })
  .index({ state: 1, 'announced.startsOn': 1 });
