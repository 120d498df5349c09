import type { Calendar } from './calendar';
import { dayOff } from './calendar';
import { clockMinute } from './clock-minute';
import { addDays, dayAt, isoWeekday, startOfDay, type Day } from './day';
import type { DaySpan } from './day-span';
import { feastOn, isRamadan } from './hijri';
import { leaveOn } from './leave';
import type { Hours, Windows } from './policy';
import { offsetMinutes } from './zone';

interface Common {
  /** The IANA zone whose clock decides. */
  readonly zone: string;
  readonly windows: Windows;
  readonly calendar: Calendar;
}

/** What decides when an automatic message may reach the people of one institution. */
export interface ManagerRules extends Common {
  readonly audience: 'manager';
  readonly restDay: number;
  readonly leaves: readonly DaySpan[];
  /** Only what is urgent is sent in Ramadan; nothing else is made easier by urgency. */
  readonly urgent: boolean;
}

/** What decides when an automatic message may reach officers and heads. */
export interface OfficerRules extends Common {
  readonly audience: 'officer';
}

export type SendingRules = ManagerRules | OfficerRules;

/** Why an automatic message may not be sent at a moment. */
export type WhyNot =
  'leave' | 'holiday' | 'joint-leave' | 'feast' | 'rest-day' | 'weekday' | 'ramadan' | 'hours';

const whyNotLabels: Readonly<Record<WhyNot, string>> = {
  leave: 'libur pondok',
  holiday: 'libur nasional',
  'joint-leave': 'cuti bersama',
  feast: 'hari raya',
  'rest-day': 'hari istirahat pondok',
  weekday: 'bukan hari kirim',
  ramadan: 'bulan Ramadan',
  hours: 'di luar jam',
};

/** The reason in Indonesian, as it is stored beside a message that was held back. */
export const whyNotLabel = (why: WhyNot): string => whyNotLabels[why];

/** How far ahead a sending time is looked for. */
const searchDays = 366;

/** Why nothing may be sent at `at`, or undefined when it may. */
export function whyNot(at: Date, rules: SendingRules): WhyNot | undefined {
  const day = dayAt(at, rules.zone);
  const open = openHours(day, rules);
  if (typeof open === 'string') return open;
  return open.some((hours) => isWithin(at, day, hours, rules.zone)) ? undefined : 'hours';
}

/**
 * The first moment from `at` on at which a message may be sent: `at` itself, or the opening of a window.
 *
 * Undefined when there is none within a year, as on an endless leave.
 */
export function nextAllowed(at: Date, rules: SendingRules): Date | undefined {
  if (whyNot(at, rules) === undefined) return at;
  const today = dayAt(at, rules.zone);
  for (let ahead = 0; ahead <= searchDays; ahead += 1) {
    const opening = openingsOn(addDays(today, ahead), rules).find((each) => each > at);
    if (opening) return opening;
  }
  return undefined;
}

function openingsOn(day: Day, rules: SendingRules): readonly Date[] {
  const open = openHours(day, rules);
  if (typeof open === 'string') return [];
  return open
    .map(({ from }) => instantOf(day, from, rules.zone))
    .toSorted((one, other) => one.getTime() - other.getTime());
}

/** The hours in which messages may be sent on `day`, or why there are none. */
const openHours = (day: Day, rules: SendingRules): readonly Hours[] | WhyNot =>
  rules.audience === 'manager' ? managerHours(day, rules) : officerHours(day, rules);

function officerHours(day: Day, { windows, calendar }: OfficerRules): readonly Hours[] | WhyNot {
  if (!windows.officerDays.includes(isoWeekday(day))) return 'weekday';
  return dayOff(day, calendar)?.kind ?? windows.officerHours;
}

function managerHours(day: Day, rules: ManagerRules): readonly Hours[] | WhyNot {
  const { windows, calendar, restDay, leaves, urgent } = rules;
  if (leaveOn(leaves, day)) return 'leave';
  const off = dayOff(day, calendar);
  if (off) return off.kind;
  if (isoWeekday(day) === restDay) return 'rest-day';
  if (!windows.managerDays.includes(isoWeekday(day))) return 'weekday';
  // The feasts count as days of rest even while the decree of that year is unknown.
  if (feastOn(day, calendar.hijriMonths)) return 'feast';
  if (!isRamadan(day, calendar.hijriMonths)) return windows.managerHours;
  return urgent ? windows.ramadanHours : 'ramadan';
}

const isWithin = (at: Date, day: Day, { from, to }: Hours, zone: string): boolean =>
  instantOf(day, from, zone) <= at && at < instantOf(day, to, zone);

/** The moment at which clocks in `zone` show `time` on `day`, also on a day on which they change. */
function instantOf(day: Day, time: string, zone: string): Date {
  const minute = clockMinute(time);
  if (minute === undefined) throw new RangeError(`'${time}' is no time of the day`);
  const start = startOfDay(day, zone);
  const plain = new Date(start.getTime() + minute * 60_000);
  const change = offsetMinutes(plain, zone) - offsetMinutes(start, zone);
  return new Date(plain.getTime() - change * 60_000);
}
