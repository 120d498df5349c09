import type { Ground } from './ground';
import type { UpdateQueue } from './updates';

/** The ground with what moves on it: the queue of updates and the bot's way of getting them. */
export interface Stage {
  readonly ground: Ground;
  readonly queue: UpdateQueue;
  readonly poll: { end?: (why: string) => void };
  /** Does a call of the bot that came in the answer to a webhook delivery. */
  readonly webhook: { deliver(): void };
}

/** One call of the bot while it is being done. */
export interface CallContext {
  /** Aborts when the bot hangs up. */
  readonly hungUp: AbortSignal;
}
