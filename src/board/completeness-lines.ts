import { addDays, dayAt } from '../domain/day';
import { expectationRates } from '../domain/expectation-rates';
import type { Institution } from '../domain/institution';
import { type Html, html } from '../html';
import type { World } from '../ports';

const days = 92;

/** How many of the periods that ended lately were answered, and how many on time; excused ones don't count. */
export async function completenessLines(
  institutions: readonly Institution[],
  world: World,
  now: Date,
): Promise<readonly Html[]> {
  const today = dayAt(now, world.zone);
  const ids = institutions.map(({ id }) => id);
  const rows = await world.expectations.between(ids, addDays(today, -days), today);
  const over = rows.filter(({ deadlineAt }) => deadlineAt <= now);
  const { expected, reported, nil, onTime } = expectationRates(over);
  if (expected === 0) return [];
  return [
    html`Periode 3 bulan terakhir: ${reported + nil} dari ${expected} terjawab (${nil} nihil), ${onTime} tepat waktu.`,
  ];
}
