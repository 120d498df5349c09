import { dayAt } from '../src/domain/day';
import { clockTime, longDay, zoneLabel } from '../src/domain/indonesian-dates';
import type { Visitor, World } from '../src/ports';
import type { PastChange } from '../src/ports/rules';

/** Who changed last, and when, what `part` finds in the settings; undefined when nobody did lately. */
export async function lastChangeWords(
  changes: readonly PastChange[],
  part: (settings: object) => unknown,
  world: World,
  { zone }: Visitor,
): Promise<string | undefined> {
  const partOf = (settings: object) => JSON.stringify(part(settings));
  const last = changes.findLast(({ was, is }) => partOf(was) !== partOf(is));
  if (!last) return undefined;
  const who = (await world.people.byId(last.by))?.name ?? 'admin';
  const at = `${longDay(dayAt(last.at, zone))} pukul ${clockTime(last.at, zone)} ${zoneLabel(zone)}`;
  return `Terakhir diubah oleh ${who}, ${at}.`;
}
