import { randomBytes } from 'node:crypto';
import type { Chance, Clock } from '../ports';

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** The machine's source of randomness. */
export const systemChance: Chance = { bytes: (count) => randomBytes(count) };
