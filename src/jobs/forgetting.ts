import { firstSweepMinutes, lastSweepMinutes, longestSweepMinutes } from '../domain/forgetting';
import type { Forgetting } from '../domain/forgetting';
import type { World } from '../ports';
import { type Job, allTogether } from './job';

const minuteMs = 60_000;
const againMinutes = 5;

/** The name under which it can be hurried. */
export const forgettingJob = 'forgetting';

/** Takes the traces of those who asked to be forgotten out of everything, until nothing new can come. */
export const forgetting: Job = {
  name: forgettingJob,
  about: 'menghapus data orang yang memintanya',
  scopes: allTogether,
  next: async (_scope, { traces }, now) => ((await traces.open()).length > 0 ? now : undefined),
  async run({ world, now }) {
    const open = await world.traces.open();
    for (const one of open) await work(one, world, now);
    const left = await world.traces.open();
    const next = left.length > 0 ? inMinutes(againMinutes, now) : undefined;
    return { did: `${open.length - left.length} done, ${left.length} left`, next };
  },
};

const inMinutes = (minutes: number, now: Date) => new Date(now.getTime() + minutes * minuteMs);

async function work(one: Forgetting, { traces }: World, now: Date): Promise<void> {
  // The process that wrote it down may have died before it took the rights away.
  await traces.unlink(one);
  const minutes = (now.getTime() - one.at.getTime()) / minuteMs;
  if (minutes < firstSweepMinutes) return;
  await traces.sweep(one, now);
  const isDone = minutes >= lastSweepMinutes && (await traces.isQuiet(one));
  if (isDone || minutes >= longestSweepMinutes) await traces.end(one.id, now);
}
