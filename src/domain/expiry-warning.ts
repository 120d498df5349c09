import { addDays, daysBetween, type Day } from './day';

/** How many days before the end of a licence somebody is warned (design 3, Registration). */
export const warningDays = [90, 30, 7] as const;

export type WarningDays = (typeof warningDays)[number];

/**
 * The warning that is due on `today` for something that ends on `endsOn`; undefined before the first.
 *
 * Only the nearest one counts: whoever learns of an end 20 days ahead is warned once, not twice.
 */
export const warningOn = (endsOn: Day, today: Day): WarningDays | undefined =>
  warningDays.findLast((days) => daysBetween(today, endsOn) <= days);

/** The next day after `today` on which a warning falls due. */
export const nextWarningOn = (endsOn: Day, today: Day): Day | undefined =>
  warningDays.map((days) => addDays(endsOn, -days)).find((day) => day > today);
