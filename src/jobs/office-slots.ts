import { addDays, dayAt, isoWeekday, startOfDay, type Day } from '../domain/day';
import { isWorkingDay } from '../domain/calendar';
import type { World } from '../ports';

/** 07.30, when the office opens. */
const openingMinutes = 7 * 60 + 30;
const searchDays = 60;

type Fits = (day: Day) => boolean;

/** The next 07.30 after `now` on a working day of the office that `fits`. */
export const nextOpening = (world: World, now: Date, fits: Fits = () => true) =>
  openingFrom(world, now, fits, 1);

/** The last 07.30 before `now` on a working day of the office that `fits`. */
export const lastOpening = (world: World, now: Date, fits: Fits = () => true) =>
  openingFrom(world, now, fits, -1);

async function openingFrom(
  { rules, zone }: World,
  now: Date,
  fits: Fits,
  direction: 1 | -1,
): Promise<Date | undefined> {
  const calendar = await rules.calendar();
  const today = dayAt(now, zone);
  for (let away = 0; away <= searchDays; away += 1) {
    const day = addDays(today, away * direction);
    const at = new Date(startOfDay(day, zone).getTime() + openingMinutes * 60_000);
    const isBeyond = direction === 1 ? at > now : at < now;
    if (isBeyond && fits(day) && isWorkingDay(day, calendar)) return at;
  }
  return undefined;
}

/** Whether the office works on the day of `at`; it may have been declared off since it was planned. */
export async function isOfficeDay({ rules, zone }: World, at: Date): Promise<boolean> {
  return isWorkingDay(dayAt(at, zone), await rules.calendar());
}

/** Whether a day is a Monday. */
export const isMonday = (day: Day): boolean => isoWeekday(day) === 1;
