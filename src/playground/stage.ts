import type { Ground } from './ground';
import type { UpdateQueue } from './updates';
import type { Deliverer } from './webhook';

/** The ground with what moves on it: the queue of updates and the bot's way of getting them. */
export interface Stage {
  readonly ground: Ground;
  readonly queue: UpdateQueue;
  readonly poll: { end?: (why: string) => void };
  readonly webhook: Deliverer;
}

/** One call of the bot while it is being done. */
export interface CallContext {
  /** Aborts when the bot hangs up. */
  readonly hungUp: AbortSignal;
}
