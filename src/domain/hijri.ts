import { addDays, daysBetween, startOfDay, type Day } from './day';
import { spanHolds, type DaySpan } from './day-span';

/** A date of the Hijri calendar; month 9 is Ramadan. */
export interface HijriDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The first day of a Hijri month as the Minister of Religion announced it; it wins over the computed one. */
export interface HijriMonthStart {
  readonly year: number;
  readonly month: number;
  readonly startsOn: Day;
}

type Announced = readonly HijriMonthStart[];
type HijriMonth = Pick<HijriDate, 'year' | 'month'>;

const ummAlQura = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** 1 Muharam 1448 by Umm al-Qura, from which other months are counted. */
const reference = { month: 1448 * 12, startsOn: '2026-06-16' as Day };
const meanMonthDays = 29.530588;

function computed(day: Day): HijriDate {
  const parts = ummAlQura.formatToParts(startOfDay(day, 'UTC'));
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: number('year'), month: number('month'), day: number('day') };
}

/** Aims at the middle of the month, which no rounding can miss, and counts back. */
function computedStart({ year, month }: HijriMonth): Day {
  const months = year * 12 + month - 1 - reference.month;
  const middle = addDays(reference.startsOn, Math.round(months * meanMonthDays) + 14);
  return addDays(middle, 1 - computed(middle).day);
}

const after = ({ year, month }: HijriMonth, n: number): HijriMonth => {
  const months = year * 12 + month - 1 + n;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
};

/** The first day of a Hijri month (1–12): as announced, else by Umm al-Qura (± 1 day against Indonesia, domain.md 5). */
export const hijriMonthStart = (month: HijriMonth, announced: Announced = []): Day =>
  announced.find((each) => each.year === month.year && each.month === month.month)?.startsOn ??
  computedStart(month);

/** The Hijri date of a calendar day, `announced` months winning over the computed ones. */
export function hijriDate(day: Day, announced: Announced = []): HijriDate {
  const plain = computed(day);
  if (announced.length === 0) return plain;
  const month =
    [after(plain, 1), plain].find((each) => hijriMonthStart(each, announced) <= day) ??
    after(plain, -1);
  return { ...month, day: daysBetween(hijriMonthStart(month, announced), day) + 1 };
}

/** The days of Ramadan in a Hijri year; 1448 is 8 February to 8 March 2027 by Umm al-Qura. */
export const ramadanOf = (year: number, announced: Announced = []): DaySpan => ({
  from: hijriMonthStart({ year, month: 9 }, announced),
  to: addDays(hijriMonthStart({ year, month: 10 }, announced), -1),
});

/** Whether `day` lies in Ramadan. */
export const isRamadan = (day: Day, announced: Announced = []): boolean =>
  spanHolds(ramadanOf(computed(day).year, announced), day);

/** The feast on `day`: Idulfitri (1–2 Syawal) or Iduladha (10 Zulhijah). */
export function feastOn(day: Day, announced: Announced = []): 'Idulfitri' | 'Iduladha' | undefined {
  const { month, day: date } = hijriDate(day, announced);
  if (month === 10 && date <= 2) return 'Idulfitri';
  return month === 12 && date === 10 ? 'Iduladha' : undefined;
}
