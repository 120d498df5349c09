import { extended } from '../domain/expectation';
import type { World } from '../ports';
import { eachInstitution } from './each-institution';

/** A restart is no outage; nobody waits ten minutes for a chat bot in vain and forgets about it. */
const longestGapMs = 10 * 60_000;

/**
 * Says that the bot is alive, and when it was not, makes up for it: every open period gets the time
 * it lost, so that no centre is late for hours in which nobody could answer.
 */
export async function noticeOutage(world: World): Promise<void> {
  const now = world.clock.now();
  const before = await world.outages.beat(now);
  if (!before || now.getTime() - before.getTime() <= longestGapMs) return;
  const outage = { from: before, to: now };
  await world.outages.record(outage);
  for (const institution of await eachInstitution(world))
    for (const row of await world.expectations.unsettled(institution))
      await world.expectations.change(row, { ...row, ...extended(row, outage, now) });
}
