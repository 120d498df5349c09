import type { CalendarFacts } from '../domain/calendar';
import { type Announcement, type Shaped, calendarSettings } from './settings-shape';

/** The calendar that was announced by command, or why, in Indonesian, it can't be one. */
export function announcedFacts({
  years = {},
  localDaysOff = {},
  workingDays = {},
  hijriMonths = {},
}: Announcement): Shaped<Partial<CalendarFacts>> {
  return calendarSettings({
    years,
    localDaysOff: Object.entries(localDaysOff).map(([on, named]) => ({ on, ...named })),
    workingDays: Object.keys(workingDays),
    hijriMonths: Object.entries(hijriMonths).map(([month, startsOn]) => ({
      year: Number(month.slice(0, 4)),
      month: Number(month.slice(5)),
      startsOn,
    })),
  });
}
