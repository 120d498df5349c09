import { groupTotals } from '../board/group-totals';
import { institutionsOfGroup } from '../board/institutions-of-group';
import { firstWorkingDay } from '../domain/calendar';
import { dayAt } from '../domain/day';
import { periodOf, previousPeriod } from '../domain/period';
import type { Html } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { Group } from '../ports/groups';
import { gone } from './each-institution';
import type { Job, Look } from './job';
import { isOfficeDay, nextOpening } from './office-slots';

/** The month before is old news a week later. */
const usefulHours = 7 * 24;

/**
 * Tells each linked group on the first working day of a month what was done in the one before.
 *
 * Those who read it are managers, so that it waits for their hours.
 */
export const monthlyGroupTotals: Job = {
  name: 'group-totals',
  about: 'rekap bulanan grup',
  scopes: async ({ groups }) => (await groups.all()).filter(isLinked).map(({ chat }) => `${chat}`),
  next: (_scope, world, now) => nextMonthly(world, now),
  usefulHours,
  async run(look) {
    const { scope, slot, now, world } = look;
    const group = await world.groups.of(Number(scope));
    if (!group || !isLinked(group)) return gone;
    const next = await nextMonthly(world, now);
    if (!(await isOfficeDay(world, slot))) return { did: 'a day off', next };
    const institutions = await institutionsOfGroup(group, world);
    const month = previousPeriod(periodOf(dayAt(slot, world.zone), 'monthly'));
    const text = await groupTotals(institutions, month, world);
    if (!text) return { did: 'nothing to tell', next };
    const [only, other] = institutions;
    const within = only && !other ? { institution: only.id, urgent: true } : 'managers';
    await world.outbox.put([{ ...rowOf(group, text, look, month.id), within }]);
    return { did: `${institutions.length} institutions`, next };
  },
};

const isLinked = ({ institutions, left }: Group) => institutions !== undefined && !left;

async function nextMonthly(world: World, now: Date): Promise<Date | undefined> {
  const calendar = await world.rules.calendar();
  return nextOpening(world, now, (day) => firstWorkingDay(day, calendar) === day);
}

const rowOf = (
  { chat, thread }: Group,
  text: Html,
  { now, late }: Look,
  month: string,
): OutgoingRow => ({
  key: `group-totals:${chat}:${month}`,
  kind: 'totals',
  because: late ? 'rekap bulanan, terlambat' : 'rekap bulanan',
  chat,
  ...(thread !== undefined && { thread }),
  act: { do: 'say', card: { text } },
  at: now,
  lapsesAt: new Date(now.getTime() + usefulHours * 3_600_000),
});
