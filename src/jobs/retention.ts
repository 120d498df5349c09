import { hideInterest } from '../board/told-of-interest';
import { addDays, dayAt, startOfDay } from '../domain/day';
import { interestDays } from '../domain/interest';
import type { World } from '../ports';
import { forgettingJob } from './forgetting';
import { type Job, allTogether } from './job';

const hourMs = 3_600_000;
/** Long before anybody comes to the office. */
const nightHour = 2;
const silentDays = 365;

const nextNight = ({ zone }: World, now: Date): Date => {
  const today = dayAt(now, zone);
  const night = (day: typeof today) =>
    new Date(startOfDay(day, zone).getTime() + nightHour * hourMs);
  return night(today) > now ? night(today) : night(addDays(today, 1));
};

/** A night before they go, while the messages about them can still be found. */
async function hideOld(world: World, now: Date): Promise<void> {
  const from = new Date(now.getTime() - (interestDays - 1) * 24 * hourMs);
  for (const interest of await world.interests.before(from))
    await hideInterest(interest, endOfTime, world);
}

const endOfTime = `Data peminat ini sudah kami hapus, karena masa simpannya (${interestDays} hari) berakhir.`;

/** Deletes every night what was kept long enough, and forgets those who left a year ago. */
export const retention: Job = {
  name: 'retention',
  about: 'menghapus data yang sudah lewat masa simpannya',
  scopes: allTogether,
  next: (_scope, world, now) => Promise.resolve(nextNight(world, now)),
  async run({ world, now }) {
    await hideOld(world, now);
    const gone = await world.traces.expire(now);
    const left = await world.traces.left(new Date(now.getTime() - silentDays * 24 * hourMs));
    for (const { id, telegramId } of left)
      await world.traces.begin({ id: `left:${id}`, telegramId, at: now });
    if (left.length > 0) await world.appointments.hurry(forgettingJob, 'all', now);
    return {
      did: `${gone} rows gone, ${left.length} people left`,
      next: nextNight(world, now),
    };
  },
};
