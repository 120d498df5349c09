import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 10_000;

/** Looks again and again until there is something to see (not undefined, null or false), and returns it. */
export async function eventually<T>(
  look: () => Promise<T | undefined | null | false> | T | undefined | null | false,
): Promise<T> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const seen = await look();
    if (seen !== undefined && seen !== null && seen !== false) return seen;
    await pause(5);
  }
  throw new Error('It has not happened in time');
}
