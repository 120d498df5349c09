import { doubtsOf } from '../support/year/year-doubts';
import { centres } from '../support/year/year-facts';
import { plus, instant, firstDay, lastDay, daysFrom } from '../support/year/year-days';
import { playedByProcesses } from '../support/year/year-of-processes';
import { differences, leftBy, yearWithKills } from '../support/year/year-with-kills';

const killsInAYear = 200;
const usualSeed = 1448;
const wholeYear = daysFrom(firstDay, lastDay) + 1;

/**
 * Plays the year undisturbed, then with two processes of the program on one store, of which one is
 * killed with SIGKILL some 200 times in the middle of its work, and prints what differs.
 *
 * With fewer `days` there are as many kills a day.
 */
export async function printYearKills(seed = usualSeed, days = wholeYear): Promise<void> {
  const until = instant(`${plus(firstDay, days)} 00:00`);
  const began = performance.now();
  const calm = await yearWithKills({ calls: Infinity, seed }, until);
  const calmSeconds = secondsSince(began);
  const kills = Math.round((killsInAYear * days) / wholeYear);
  const played = await playedByProcesses({ until, kills, seed });
  const doubts = doubtsOf(played.rows, played.telegram);
  const changes = await played.transitions.since(centres, new Date(0));
  await played.close();
  const killed = leftBy(doubts.rows, changes);
  const different = [
    ...differences(calm.messages, killed.messages),
    ...differences(calm.changes, killed.changes),
  ];
  console.log([...different, ...doubts.wrong].join('\n'));
  console.log({
    ...{ seed, days, kills: played.kills },
    ...{ messages: calm.messages.length, statusChanges: calm.changes.length },
    ...{ different: different.length, against: doubts.wrong.length },
    ...{ repeated: counted(doubts.repeated), letGo: counted(doubts.letGo.map(wordOf)) },
    ...{ calmSeconds, seconds: secondsSince(began) },
  });
}

const secondsSince = (began: number) => Math.round((performance.now() - began) / 1000);

const wordOf = ({ kind, arrived }: { readonly kind: string; readonly arrived: boolean }) =>
  `${kind}, ${arrived ? 'arrived' : 'not arrived'}`;

function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
