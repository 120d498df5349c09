import { strictSchema } from './strict-schema';

const words = { type: String, required: true };
const moment = { type: Date, required: true };

/** Who would like to take part; they may be strangers, known by their Telegram id alone. */
export const interestSchema = strictSchema('interests', {
  _id: String,
  institution: words,
  telegramId: { type: Number, required: true },
  name: words,
  phone: String,
  course: String,
  at: moment,
  handledBy: String,
  handledAt: Date,
})
  .index({ telegramId: 1, at: -1 })
  .index({ institution: 1 })
  .index({ at: 1 });
