import type { World } from './ports';

/** A bot whose time is played: what is due is done, what is to be sent is sent, then time goes on. */
export interface Playable {
  readonly world: Pick<World, 'appointments' | 'sent' | 'clock'>;
  tick(): Promise<void>;
  /** Returns when everything due at this moment has been sent. */
  settle(): Promise<void>;
}

/** The clock that is moved. */
export interface Hand {
  set(at: Date): void;
}

/**
 * Plays the time up to `target` from one moment at which something is due to the next.
 *
 * Nothing is skipped: a year takes as many steps as there are looks and messages in it.
 */
export async function playTime(
  target: Date,
  { world, tick, settle }: Playable,
  hand: Hand,
): Promise<void> {
  for (;;) {
    await tick();
    await settle();
    const next = await nextMoment(world);
    const now = world.clock.now();
    if (!next || next > target) break;
    hand.set(next > now ? next : new Date(now.getTime() + stuckMs));
  }
  if (target > world.clock.now()) hand.set(target);
  await tick();
  await settle();
}

/** What is due and yet not done waits for something outside, such as a lease: a minute later it is tried again. */
const stuckMs = 60_000;

async function nextMoment({ appointments, sent }: Playable['world']): Promise<Date | undefined> {
  const moments = [await appointments.nextAt(), await sent.nextAt()].filter(
    (at) => at !== undefined,
  );
  return moments.toSorted((one, other) => one.getTime() - other.getTime()).at(0);
}
