import { addDays, addMonths, dayAt, firstOfMonth } from '../domain/day';
import { expectationRates } from '../domain/expectation-rates';
import type { Institution } from '../domain/institution';
import { type Html, html } from '../html';
import type { World } from '../ports';

const months = 3;
/** The longest period opens so many days before it closes. */
const longestPeriod = 31;

/** How many of the periods that ended lately were answered, and how many on time; excused ones don't count. */
export async function completenessLines(
  institutions: readonly Institution[],
  world: World,
  now: Date,
): Promise<readonly Html[]> {
  const today = dayAt(now, world.zone);
  const ids = institutions.map(({ id }) => id);
  const from = addMonths(firstOfMonth(today), -months);
  const rows = await world.expectations.between(ids, addDays(from, -longestPeriod), today);
  const over = rows.filter(
    ({ deadlineAt, period }) => deadlineAt <= now && period.closesOn >= from,
  );
  const { expected, reported, nil, onTime } = expectationRates(over);
  if (expected === 0) return [];
  return [
    html`Periode ${months} bulan terakhir: ${reported + nil} dari ${expected} terjawab (${nil} nihil), ${onTime} tepat waktu.`,
  ];
}
