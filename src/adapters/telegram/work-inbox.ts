import type { Clock, Inbox, Log, Waiting } from '../../ports';
import type { Resting, Running } from './poll';
import { everyNudge } from './every-nudge';

/** What the inbox worker needs of the world. */
export interface WorkingNeeds {
  readonly inbox: Inbox;
  /** Handles one update; throws when it could not. */
  readonly handle: (body: object) => Promise<void>;
  /** Called when an update was given up on. */
  readonly onAside: (given: Waiting) => Promise<void>;
  /** Called whenever there is nothing left in hand. */
  readonly onRest?: () => void;
  /** Names this process in leases. */
  readonly owner: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Failures after which an update is set aside, and beginnings after which it is taken to kill the process. */
const mostFailures = 5;
const mostStarts = 25;
const lanesAtOnce = 16;
const lookEveryMs = 1_000;
const firstWaitMs = 1_000;
/** A lane that takes longer is leased again before the next update. */
const renewAfterMs = 5_000;

/**
 * Handles what the inbox holds: one update at a time in each lane, several lanes side by side.
 *
 * A failing update is tried again, then set aside, so that it can't block its chat for ever.
 * `nudge` says that something arrived; `stop` returns when the updates in hand are done.
 */
export function startInboxWorker(needs: WorkingNeeds): Running & Resting & { nudge(): void } {
  const busy = new Map<string, Promise<void>>();
  /** Whether something was found that has to wait until a lane is free. */
  let isLeft = false;
  const onRest = () => {
    if (busy.size === 0) needs.onRest?.();
  };
  const loop = everyNudge(
    lookEveryMs,
    async () => {
      isLeft = false;
      for (const lane of await needs.inbox.lanesDue(needs.clock.now())) {
        isLeft ||= busy.has(lane) || busy.size >= lanesAtOnce;
        if (busy.has(lane) || busy.size >= lanesAtOnce) continue;
        const work = workLane(needs, lane, () => !loop.stopping).then((handled) => {
          busy.delete(lane);
          // A lane that waits or is somebody else's, or a database that is away, is not asked at once again.
          // One that had much may have stood before others, too.
          if (handled > 1 || (handled > 0 && isLeft)) loop.nudge();
          else if (loop.isAsleep()) onRest();
        });
        busy.set(lane, work);
      }
    },
    needs.log,
    onRest,
  );
  return {
    nudge: loop.nudge,
    isResting: () => loop.isAsleep() && busy.size === 0,
    async stop() {
      await loop.stop();
      await Promise.all(busy.values());
    },
  };
}

/** Works on a lane until nothing is due there; tells how many updates were in hand. */
async function workLane(needs: WorkingNeeds, lane: string, goOn: () => boolean): Promise<number> {
  const { inbox, owner, clock, log } = needs;
  const holds = holding(needs, lane);
  let handled = 0;
  try {
    while (goOn() && (await holds())) {
      const next = await inbox.next(lane, clock.now());
      if (next) handled += 1;
      if (!next || !(await handleOne(needs, next))) break;
    }
    await inbox.release(lane, owner);
    return handled;
  } catch (error) {
    log.error({ error: nameOf(error) }, 'The inbox cannot be worked on; trying again');
    return 0;
  }
}

/** Asks for the lane, and from then on only when much of the lease is gone. */
function holding({ inbox, owner, clock }: WorkingNeeds, lane: string): () => Promise<boolean> {
  let leasedAt: Date | undefined;
  return async () => {
    const now = clock.now();
    if (leasedAt && now.getTime() - leasedAt.getTime() < renewAfterMs) return true;
    leasedAt = now;
    return inbox.lease(lane, owner, now);
  };
}

/** Handles one update; false when the lane has to wait for it. */
async function handleOne(needs: WorkingNeeds, waiting: Waiting): Promise<boolean> {
  const { inbox, clock, log, handle } = needs;
  if (waiting.starts > mostStarts) return giveUp(needs, waiting, 'begun too often');
  try {
    await handle(waiting.body);
  } catch (error) {
    log.warn({ update: waiting.id, error: nameOf(error) }, 'An update failed');
    if (waiting.failures + 1 >= mostFailures) return giveUp(needs, waiting, nameOf(error));
    const wait = firstWaitMs * 2 ** waiting.failures;
    await inbox.retry(waiting.id, new Date(clock.now().getTime() + wait), nameOf(error));
    return false;
  }
  await inbox.done(waiting.id, clock.now());
  return true;
}

async function giveUp(
  { inbox, clock, log, onAside }: WorkingNeeds,
  waiting: Waiting,
  why: string,
): Promise<true> {
  await onAside(waiting);
  await inbox.setAside(waiting.id, clock.now(), why);
  log.error({ update: waiting.id, why }, 'An update was set aside after repeated failures');
  return true;
}

/** An error's name and message without the values it may quote. */
const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'unknown error';
