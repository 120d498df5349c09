import { randomBytes } from 'node:crypto';
import type { Chance, Clock } from '../ports';

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * Real time that never goes back while the program runs, whatever is done to the machine's clock.
 *
 * Telegram counts by it, and leases lapse by it, even where the program's clock is played with.
 */
export const steadyClock: Clock = {
  now: () => new Date(performance.timeOrigin + performance.now()),
};

/** The machine's source of randomness. */
export const systemChance: Chance = { bytes: (count) => randomBytes(count) };
