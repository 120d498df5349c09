import type { Day } from '../src/domain/day';
import { type HijriMonthStart, hijriDate, hijriMonthStart } from '../src/domain/hijri';

/** A month whose beginning the bot must know: for the Ramadan hours and the feasts. */
export interface HijriMonth {
  readonly month: Pick<HijriMonthStart, 'year' | 'month'>;
  /** 'Ramadan 1448 H'. */
  readonly name: string;
  /** As it is announced: '1448-09'. */
  readonly id: string;
}

const names = [
  [9, 'Ramadan'],
  [10, 'Syawal'],
  [12, 'Zulhijah'],
] as const;

/** The next Ramadan, Syawal and Zulhijah that have not begun before `today`, in the order of time. */
export function nextHijriMonths(
  today: Day,
  announced: readonly HijriMonthStart[],
): readonly HijriMonth[] {
  const { year } = hijriDate(today, announced);
  return [year, year + 1]
    .flatMap((each) => names.map(([month, name]) => named(each, month, name)))
    .filter(({ month }) => hijriMonthStart(month, announced) >= today)
    .slice(0, names.length);
}

const named = (year: number, month: number, name: string): HijriMonth => ({
  month: { year, month },
  name: `${name} ${year} H`,
  id: `${year}-${String(month).padStart(2, '0')}`,
});
