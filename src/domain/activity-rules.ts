import type { ActivityDetails, ActivityField } from './activity-field';
import { asDay, daysBetween, type Day } from './day';
import { shortDay } from './indonesian-dates';
import { shownCount } from './reading-count';
import { whyNotPast } from './reading-day';

type Value = string | number;
type Rule = (value: Value, soFar: ActivityDetails, today: Day) => string | undefined;

/** The longest an activity or an enrolment lasts, in days; beyond it the year was mistyped. */
const longestDays = 366;

const notAhead: Rule = (value, _soFar, today) => {
  const day = dayFrom(value);
  return day && whyNotPast(day, today);
};

const notBefore =
  (earlier: ActivityField, what: { start: string; end: string }): Rule =>
  (value, soFar) => {
    const [start, end] = [dayFrom(soFar[earlier]), dayFrom(value)];
    if (!start || !end) return undefined;
    if (end < start)
      return `Mohon maaf, ${what.end} (${shortDay(end)}) mendahului ${what.start} (${shortDay(start)}). Silakan pilih ${shortDay(start)} atau sesudahnya.`;
    if (daysBetween(start, end) > longestDays)
      return `Mohon maaf, ${what.end} (${shortDay(end)}) lebih dari setahun setelah ${what.start}. Silakan periksa tahunnya, misalnya: ${shortDay(start)}.`;
    return undefined;
  };

const atMost =
  (fields: readonly ActivityField[], what: { few: string; all: string }): Rule =>
  (value, soFar) => {
    const limits = fields.map((field) => soFar[field]);
    if (!limits.every((limit) => typeof limit === 'number')) return undefined;
    const limit = limits.reduce((sum, each) => sum + each, 0);
    if (typeof value !== 'number' || value <= limit) return undefined;
    return `Mohon maaf, ${what.few} (${shownCount(value)}) melebihi ${what.all} (${shownCount(limit)}). Silakan ketik paling banyak ${shownCount(limit)}.`;
  };

const someone: Rule = (women, { men }) =>
  women === 0 && men === 0
    ? 'Mohon maaf, jumlah peserta laki-laki dan perempuan masih nol. Silakan isi paling sedikit satu peserta, misalnya: 8, atau ketuk Kembali.'
    : undefined;

const rules: Readonly<Partial<Record<ActivityField, Rule>>> = {
  startsOn: notAhead,
  heldOn: notAhead,
  endsOn: notBefore('startsOn', { start: 'tanggal mulai', end: 'tanggal selesai' }),
  closesOn: notBefore('opensOn', { start: 'tanggal buka', end: 'tanggal tutup' }),
  women: someone,
  passedMen: atMost(['men'], {
    few: 'peserta laki-laki yang lulus',
    all: 'jumlah peserta laki-laki',
  }),
  passedWomen: atMost(['women'], {
    few: 'peserta perempuan yang lulus',
    all: 'jumlah peserta perempuan',
  }),
  competent: atMost(['men', 'women'], {
    few: 'peserta yang kompeten',
    all: 'jumlah seluruh peserta',
  }),
};

const dayFrom = (value: Value | undefined): Day | undefined =>
  typeof value === 'string' ? asDay(value) : undefined;

/**
 * Why `value` does not go together with the answers given before it, or undefined when it does.
 *
 * A field is checked against those asked earlier only, so that changing an earlier answer makes
 * the later one, and no other, be asked again.
 */
export const checkField = (
  field: ActivityField,
  value: Value,
  soFar: ActivityDetails,
  today: Day,
): string | undefined => rules[field]?.(value, soFar, today);
