import type { World } from '../ports';
import { eachInstitution } from './each-institution';

/** A restart is no outage; nobody waits ten minutes for a chat bot in vain and forgets about it. */
const longestGapMs = 10 * 60_000;
/** Saying it more often says nothing new. */
const beatEveryMs = 30_000;

/** Says that the bot is alive; `leaping` when the clock is moved by hand from one moment to a later one. */
export type Pulse = (leaping: boolean) => Promise<void>;

/**
 * Makes the pulse of one process, which notices an outage: the process was down, or asleep with its machine.
 *
 * Then every open period is looked at again, so that no centre is late for hours in which nobody
 * could answer. The outage is known by its beginning, the last beat, and only a new beat ends it:
 * whatever is cut short is done again, and doing it again changes nothing.
 */
export function pulseOf(world: World): Pulse {
  let seenAt = -Infinity;
  let beatAt = -Infinity;
  return async (leaping) => {
    const now = world.clock.now();
    const isAwake = seenAt > -Infinity && (leaping || isShort(seenAt, now.getTime()));
    // At once, so that a tick of the running clock in between does not take the leap for an outage.
    if (isAwake) seenAt = Math.max(seenAt, now.getTime());
    else await noticeOutage(world, now);
    if (isAwake && Math.abs(now.getTime() - beatAt) < beatEveryMs) return;
    await world.outages.beat(now);
    beatAt = now.getTime();
    seenAt = Math.max(seenAt, beatAt);
  };
}

const isShort = (from: number, to: number) => to - from <= longestGapMs;

/** Another process may have been there for people all the time. */
async function noticeOutage(world: World, now: Date): Promise<void> {
  const last = await world.outages.lastBeat();
  if (!last || isShort(last.getTime(), now.getTime())) return;
  await world.outages.record({ from: last, to: now });
  for (const institution of await eachInstitution(world))
    await world.appointments.hurry('open-periods', institution, now);
}
