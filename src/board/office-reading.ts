import { dayAt } from '../domain/day';
import { clockTime, longDay } from '../domain/indonesian-dates';
import type { World } from '../ports';
import { officeMoment } from './office-moment';

/** When officers read what is handed in at `now`, as a sentence; undefined in the hours of the office. */
export async function readLater(world: World, now: Date): Promise<string | undefined> {
  const opens = await officeMoment(world, now);
  if (opens <= now) return undefined;
  const day = longDay(dayAt(opens, world.zone));
  return `Saat ini di luar jam kantor; petugas membacanya mulai ${day} pukul ${clockTime(opens, world.zone)}.`;
}
