import { addDays, dayAt, isoWeekday, startOfDay, type Day } from '../domain/day';
import { isWorkingDay } from '../domain/calendar';
import type { World } from '../ports';

/** 07.30, when the office opens. */
const openingMinutes = 7 * 60 + 30;
const searchDays = 60;

/** The next 07.30 after `now` on a working day of the office that `fits`. */
export async function nextOpening(
  world: World,
  now: Date,
  fits: (day: Day) => boolean = () => true,
): Promise<Date | undefined> {
  const calendar = await world.rules.calendar();
  const today = dayAt(now, world.zone);
  for (let ahead = 0; ahead <= searchDays; ahead += 1) {
    const day = addDays(today, ahead);
    const at = new Date(startOfDay(day, world.zone).getTime() + openingMinutes * 60_000);
    if (at > now && fits(day) && isWorkingDay(day, calendar)) return at;
  }
  return undefined;
}

/** Whether the office works on the day of `at`; it may have been declared off since it was planned. */
export async function isOfficeDay({ rules, zone }: World, at: Date): Promise<boolean> {
  return isWorkingDay(dayAt(at, zone), await rules.calendar());
}

/** Whether a day is a Monday. */
export const isMonday = (day: Day): boolean => isoWeekday(day) === 1;
