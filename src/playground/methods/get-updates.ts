import type { PendingUpdate } from '../ground';
import { intParam, listParam, type Params } from '../params';
import { conflict } from '../refusal';
import type { CallContext, Stage } from '../stage';
import { wireUpdate, type WireUpdate } from '../updates';
import { webhookOf } from '../webhook';

const terminated =
  'terminated by other getUpdates request; make sure that only one bot instance is running';

/**
 * Hands out updates, waiting up to `timeout` seconds (at most 50) for the first.
 *
 * An offset confirms what is below it; a negative one keeps only the newest. A poll that is still
 * waiting when the next one comes ends with a 409.
 */
export async function getUpdates(
  stage: Stage,
  params: Params,
  { hungUp }: CallContext,
): Promise<WireUpdate[]> {
  const { queue } = stage;
  if (webhookOf(stage.ground)) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  stage.poll.end?.(terminated);
  rememberAllowed(stage, params);
  const offset = intParam(params, 'offset');
  if (offset > 0) queue.confirmBelow(offset);
  if (offset < 0) queue.keepNewest(-offset);

  const limit = intParam(params, 'limit', { fallback: 100, min: 1, max: 100 });
  const timeout = intParam(params, 'timeout', { min: 0, max: 50 });
  const now = take(stage, limit);
  const updates =
    now.length > 0 || timeout === 0 ? now : await wait(stage, { limit, timeout, hungUp });
  queue.noteDelivery(updates);
  return updates.map(wireUpdate);
}

/** Keeps the kinds the bot asks for; without the parameter the former choice stays. */
export function rememberAllowed({ ground }: Stage, params: Params): void {
  const allowed = listParam(params, 'allowed_updates');
  if (allowed) ground.settings.set('allowed_updates', allowed.map(String));
}

function take({ queue }: Stage, limit: number): PendingUpdate[] {
  const again = queue.takeAgain();
  const ids = new Set(again.map(({ id }) => id));
  return [...again, ...queue.waiting().filter(({ id }) => !ids.has(id))].slice(0, limit);
}

interface Waiting {
  readonly limit: number;
  readonly timeout: number;
  readonly hungUp: AbortSignal;
}

function wait(stage: Stage, { limit, timeout, hungUp }: Waiting): Promise<PendingUpdate[]> {
  return new Promise((resolve, reject) => {
    const finish = (act: () => void) => {
      clearTimeout(timer);
      stopListening();
      if (stage.poll.end === end) delete stage.poll.end;
      act();
    };
    const end = (why: string) => finish(() => reject(conflict(why)));
    const look = () => {
      if (stage.poll.end !== end || hungUp.aborted) return;
      const updates = take(stage, limit);
      if (updates.length > 0) finish(() => resolve(updates));
    };
    // What is said in one go arrives in one batch.
    const stopListening = stage.ground.changes.listen(
      ({ kind }) => kind === 'update' && setImmediate(look),
    );
    const timer = setTimeout(() => finish(() => resolve([])), timeout * 1000);
    hungUp.addEventListener('abort', () => finish(() => resolve([])), { once: true });
    stage.poll.end = end;
    if (hungUp.aborted) finish(() => resolve([]));
  });
}
