import type { Clock, Log } from '../../ports';
import type { Found, Sounding, Soundings } from '../../ports/soundings';
import { everyNudge } from './every-nudge';
import type { Pace } from './pace';
import type { Running } from './poll';

/** Asks Telegram whether a message with these buttons stands in a chat under a number. */
export type IsThere = (
  chat: number,
  message: number,
  buttons: Sounding['buttons'],
) => Promise<'there' | 'not there' | 'unclear'>;

/** What sounding takes. */
export interface SoundingNeeds {
  readonly soundings: Soundings;
  readonly isThere: IsThere;
  /** Whether this process is the one that sends. */
  readonly isLeading: () => boolean;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly flow: Clock;
  readonly log: Log;
}

const mostAtOnce = 30;
const lookEveryMs = 2_000;

/** Sounds out, every few seconds, whatever is due; only in the process that sends. */
export const startSounding = (needs: SoundingNeeds): Running =>
  everyNudge(
    lookEveryMs,
    async () => {
      if (needs.isLeading()) await soundOut(needs);
    },
    needs.log,
  );

/**
 * Finds out what became of messages whose sender died, or lost Telegram's answer, in the middle.
 *
 * One that is found counts as sent; one that is nowhere is sent after all; of the others nobody knows.
 */
async function soundOut(needs: SoundingNeeds): Promise<void> {
  const { soundings, flow, clock, log } = needs;
  for (const sounding of await soundings.due(flow.now(), mostAtOnce)) {
    const found = await look(sounding, needs);
    if (found === 'later') continue;
    await soundings.settle(sounding.key, found, clock.now());
    log.info({ row: sounding.key, is: found.is }, 'Asked for a message of unknown fate');
  }
}

async function look(
  { chat, candidates, buttons, when }: Sounding,
  { isThere, pace, flow }: SoundingNeeds,
): Promise<Found | 'later'> {
  if (when !== 'now') return when === 'later' ? when : { is: 'unclear' };
  for (const message of candidates) {
    // Asking counts like sending, and what people wait for goes first.
    if (pace.room('bulk', flow.now().getTime()) === 0) return 'later';
    const answered = pace.went({ chat: 0, weight: 1 }, flow.now().getTime());
    const is = await isThere(chat, message, buttons);
    answered(flow.now().getTime());
    if (is === 'there') return { is: 'there', message };
    if (is === 'unclear') return { is: 'unclear' };
  }
  return { is: 'nowhere' };
}
