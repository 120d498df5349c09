import { bringOver, workMerge } from '../board/merge-institutions';
import { mergeSweepMinutes } from '../domain/merge';
import { type Job, allTogether } from './job';

const minuteMs = 60_000;
const againMs = 10 * minuteMs;

/** Ends merges that a process left half done, and sweeps behind those that were done just now. */
export const finishMerges: Job = {
  name: 'merges',
  about: 'menyelesaikan penggabungan lembaga',
  scopes: allTogether,
  next: async (_scope, world, now) => ((await world.merges.open()) ? now : undefined),
  async run({ world, now }) {
    const open = await world.merges.open();
    if (open) await workMerge(open, world);
    const since = new Date(now.getTime() - mergeSweepMinutes * minuteMs);
    const recent = await world.merges.doneSince(since);
    for (const merge of recent) await bringOver(merge, world);
    const next = recent.length > 0 ? new Date(now.getTime() + againMs) : undefined;
    return { did: `${recent.length} merges`, next };
  },
};
