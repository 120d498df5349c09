import { differences, yearWithKills } from '../support/year/year-with-kills';

const kills = 200;
const usualSeed = 1448;

/** Plays the year undisturbed, then with two processes and some 200 kills, and prints what differs. */
export async function printYearKills(seed = usualSeed): Promise<void> {
  const began = performance.now();
  const calm = await yearWithKills({ calls: Infinity, seed });
  const killed = await yearWithKills({ calls: Math.floor(calm.calls / kills), seed });
  const seconds = Math.round((performance.now() - began) / 1000);
  const different = [
    ...differences(calm.messages, killed.messages),
    ...differences(calm.changes, killed.changes),
  ];
  console.log(different.join('\n'));
  console.log({
    ...{ seed, kills: killed.kills, callsUndisturbed: calm.calls, calls: killed.calls },
    ...{ messages: calm.messages.length, statusChanges: calm.changes.length },
    ...{ different: different.length, seconds },
  });
}
