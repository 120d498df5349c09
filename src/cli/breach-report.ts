import { readFileSync } from 'node:fs';
import { mongoStores } from '../adapters/mongo/mongo-stores';
import { breachReport } from '../board/breach-report';
import { type Settings, readSettings } from '../config';
import { joinStore } from '../open-store';
import { programClock } from '../program-clock';

const usage = `Usage: npm run breach-report -- [when it became known]
  such as 2026-11-24T08:30+08:00; now, when left out`;

/** Prints whom to tell of a breach and until when, beside a running bot or without one. */
async function report(settings: Settings, [known]: readonly string[]): Promise<string> {
  const knownAt = known === undefined ? programClock(settings).now() : new Date(known);
  if (Number.isNaN(knownAt.getTime())) throw new Error(`"${known ?? ''}" is no moment.\n${usage}`);
  const opened = await joinStore(settings);
  if (!opened.ok) throw new Error(opened.why);
  try {
    const stores = mongoStores(opened.store, () => undefined);
    const { TIMEZONE: zone, OFFICE: office } = settings;
    return await breachReport({ knownAt, zone, office }, stores);
  } finally {
    await opened.close();
  }
}

async function main(): Promise<void> {
  try {
    process.loadEnvFile('.env');
  } catch {
    // Without a file the environment alone speaks.
  }
  const read = readSettings(process.env, (path) => readFileSync(path, 'utf8'));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  process.stdout.write(`${await report(read.settings, process.argv.slice(2))}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'An unknown error'}\n`);
  process.exitCode = 1;
});
