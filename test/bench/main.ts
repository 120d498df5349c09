import { printAnnouncementKills } from './announcement-kills';
import { embeddedLookup } from './embedded-lookup';
import { firstAnswer } from './first-answer';
import { printKills } from './kills';
import { printOutboxRate } from './outbox-rate';
import { printYear } from './year';
import { printYearKills } from './year-kills';

/** Every bench by its name; each prints what it measured. */
const benches: Readonly<Record<string, (...args: number[]) => Promise<void>>> = {
  'first-answer': firstAnswer,
  'embedded-lookup': embeddedLookup,
  'outbox-rate': printOutboxRate,
  kills: printKills,
  'announcement-kills': printAnnouncementKills,
  year: printYear,
  'year-kills': printYearKills,
};

/** Runs the bench that is named (`kills` takes a seed, `year-kills` a seed and the number of days), or all of them. */
async function main([name, ...args]: readonly string[]): Promise<void> {
  const chosen = name === undefined ? Object.keys(benches) : [name];
  for (const one of chosen) {
    const bench = benches[one];
    if (!bench) throw new Error(`There is no bench "${one}": ${Object.keys(benches).join(', ')}`);
    await bench(...args.map(Number));
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
