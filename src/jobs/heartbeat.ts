import { type Job, allTogether } from './job';

const everyMs = 5 * 60_000;

/** Tells an outside dead man's switch that the bot is alive; without an address it has nothing to do. */
export const heartbeat: Job = {
  name: 'heartbeat',
  about: 'tanda hidup',
  scopes: allTogether,
  next: (_scope, world, now) => Promise.resolve(world.heartbeat ? now : undefined),
  usefulHours: 1,
  async run({ world, now }) {
    if (!world.heartbeat) return { did: 'no address is set', next: undefined };
    const reached = await world.heartbeat();
    return { did: reached ? 'said so' : 'was not heard', next: new Date(now.getTime() + everyMs) };
  },
};
