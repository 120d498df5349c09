import type { World } from './ports';
import type { Rest } from './rest';

/** Nothing tells when a limit of Telegram's, or a row of another process, lets go. */
const lookAgainMs = 50;
const longestSettleMs = 60_000;

/** Returns when everything that is due to be sent has been sent, or was put off; `nudge` has it looked for. */
export async function settle({ sent, clock }: World, nudge: () => void, rest: Rest): Promise<void> {
  const until = performance.now() + longestSettleMs;
  for (let isNudged = false; performance.now() < until; isNudged = true) {
    // Waited for before anybody looks: what comes to rest during the look is not missed.
    const rested = rest.next(lookAgainMs);
    if (!(await sent.isBusy(clock.now()))) return;
    if (!isNudged) nudge();
    await rested;
  }
}
