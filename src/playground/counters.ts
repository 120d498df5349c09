import type { Ground } from './ground';

/** 1 January 2026 UTC; ids without a past start at the time since then. */
const epoch = 1_767_225_600_000;

/**
 * The next id of a series, always above every id it gave before.
 *
 * A series continues where the folder left it. Without one it starts from the real clock, so that
 * a program that remembers ids of an earlier run never meets them again.
 */
export function nextId(ground: Ground, series: string, perSecond: number): number {
  const last = ground.counters.get(series) ?? seedOf(perSecond);
  ground.counters.set(series, last + 1);
  return last + 1;
}

const seedOf = (perSecond: number) => Math.floor(((Date.now() - epoch) / 1000) * perSecond);
