import { Schema } from 'mongoose';
import { strictSchema } from './strict-schema';

const anything = Schema.Types.Mixed;
const counted = { type: Number, required: true };

/** The registrations, under the ids of their institutions; steps by their ids. */
export const registrationSchema = strictSchema('registrations', {
  _id: String,
  checklistVersion: { type: String, required: true },
  path: String,
  steps: { type: anything, required: true },
  aside: { type: anything, required: true },
  history: { type: [anything], required: true },
  turn: counted,
});
