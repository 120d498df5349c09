import { type BotAtHome, botAtHome } from '../bot-at-home';
import { type LedgerRow, playYear, yearEnd, yearStart } from './play-year';
import { yearCast } from './year-deeds';
import { centres } from './year-facts';

/** The year after it was played, with the bot still there. */
export interface PlayedYear {
  readonly home: BotAtHome;
  /** Every message, those that were not sent as well. */
  readonly rows: readonly LedgerRow[];
  readonly transitions: Awaited<ReturnType<BotAtHome['world']['transitions']['since']>>;
}

/** Plays the year from 06.00 of its first day with a bot in this process. */
export async function yearAtHome(until: Date = yearEnd): Promise<PlayedYear> {
  const home = await botAtHome(yearStart.toISOString(), undefined, undefined, yearCast);
  const stage = {
    telegram: home.telegram,
    world: home.world,
    as: home.as,
    playTo: (at: Date) => home.playTo(at.toISOString()),
  };
  const rows = await playYear(stage, home.store, until);
  const transitions = await home.world.transitions.since(centres, new Date(0));
  return { home, rows, transitions };
}
