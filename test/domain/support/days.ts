import fc from 'fast-check';
import { addDays, asDay, type Day } from '../../../src/domain/day';

/** The day written in `text`, which must be one. */
export function day(text: string): Day {
  const read = asDay(text);
  if (!read) throw new Error(`'${text}' is no day`);
  return read;
}

/** Noon in Paser (WITA) on a day. */
export const noonAt = (text: string): Date => new Date(`${text}T12:00:00+08:00`);

/** The moment in Paser (WITA) at which clocks show `time` on `text`. */
export const witaAt = (text: string, time: string): Date => new Date(`${text}T${time}:00+08:00`);

const first = day('2026-01-01');

/** A day of 2026 or 2027. */
export const someDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 729 })
  .map((n) => addDays(first, n));

/** A moment of 2026 or 2027, to the second. */
export const someMoment: fc.Arbitrary<Date> = fc
  .integer({ min: 0, max: 730 * 86_400 - 1 })
  .map((seconds) => new Date(Date.parse('2026-01-01T00:00:00Z') + seconds * 1000));

/** One to sixty days of 2026 or 2027. */
export const daySpan = fc
  .tuple(someDay, fc.integer({ min: 0, max: 59 }))
  .map(([from, more]) => ({ from, to: addDays(from, more) }));

/** Up to four stretches of days, which may overlap. */
export const daySpans = fc.array(daySpan, { maxLength: 4 });

export const someZone = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
