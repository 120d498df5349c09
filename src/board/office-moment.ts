import { nextAllowed } from '../domain/sending-window';
import type { World } from '../ports';

/** The first moment from `from` on at which officers may be written to. */
export async function officeMoment(world: World, from: Date): Promise<Date> {
  const [{ windows }, calendar] = await Promise.all([world.rules.policy(), world.rules.calendar()]);
  const rules = { audience: 'officer', zone: world.zone, windows, calendar } as const;
  // A calendar without a single working day in a year is a mistake that must not swallow an alert.
  return nextAllowed(from, rules) ?? from;
}
