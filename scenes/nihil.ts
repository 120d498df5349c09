import { dayAt } from '../src/domain/day';
import { isAnswered } from '../src/domain/expectation';
import type { Institution } from '../src/domain/institution';
import type { Visitor, World } from '../src/ports';
import { defineView } from '../src/scene';
import { alreadyReceived } from './already-received';
import { institutionsOf } from './own-institution';

/** Takes a nil report, unless everything of this period is known already. */
export const nihil = defineView({
  command: 'nihil',
  about: 'Kabarkan bila belum ada kegiatan',
  for: ['manager'],
  show: async (_ask, world, visitor) => {
    const institutions = await institutionsOf(world, visitor);
    const known = await Promise.all(institutions.map((one) => knownOf(one, world, visitor)));
    const [first] = known;
    return first && known.every((one) => one !== undefined)
      ? alreadyReceived(institutions, first.period, 'isinihil')
      : { leadsTo: 'isinihil' };
  },
});

/** The period of now, if it is answered and none before it still waits, as one does in which the bot was down. */
async function knownOf({ id, zone }: Institution, { expectations }: World, { now }: Visitor) {
  const rows = await expectations.unsettled(id);
  const newest = rows.at(-1);
  const waits = rows.some(({ state }) => state === 'expected');
  const isNow = newest !== undefined && newest.period.closesOn >= dayAt(now, zone);
  return isNow && isAnswered(newest) && !waits ? newest : undefined;
}
