import type { Transition } from '../../../src/ports/follow-ups';
import { botAtHome } from '../bot-at-home';
import { type Deaths, mortalClockwork } from './mortal-clockwork';
import { type LedgerRow, playYear, yearEnd, yearStart } from './play-year';
import { dayOf } from './year-days';
import { yearCast } from './year-deeds';
import { centres } from './year-facts';

/** What a year leaves behind, in a form that does not depend on chance or on a minute's delay. */
export interface YearLeft {
  /** Every automatic message: day, chat, kind, end and reasons; sorted. */
  readonly messages: readonly string[];
  /** Every change of an activity status: day, centre and status; sorted. */
  readonly changes: readonly string[];
  readonly kills: number;
  readonly calls: number;
}

/** Plays the year up to a moment with two processes that die as told. */
export async function yearWithKills(deaths: Deaths, until: Date = yearEnd): Promise<YearLeft> {
  const home = await botAtHome(yearStart.toISOString(), undefined, undefined, yearCast);
  try {
    const clockwork = mortalClockwork(home.world, deaths);
    const stage = {
      telegram: home.telegram,
      world: home.world,
      as: home.as,
      playTo: (at: Date) => home.playTo(at.toISOString(), clockwork.tick),
    };
    const rows = await playYear(stage, home.store, until);
    const changes = await home.world.transitions.since(centres, new Date(0));
    return { ...leftBy(rows, changes), kills: clockwork.kills(), calls: clockwork.calls() };
  } finally {
    await home.stop();
  }
}

/** What rows and changes of status come to, in a form that can be compared. */
export const leftBy = (
  rows: readonly LedgerRow[],
  changes: readonly Pick<Transition, 'at' | 'institution' | 'to'>[],
): Pick<YearLeft, 'messages' | 'changes'> => ({
  messages: rows
    .filter(({ kind }) => kind !== 'answer')
    .map(messageLine)
    .toSorted(),
  changes: changes
    .map(({ at, institution, to }) => [dayOf(at), institution, to].join(' '))
    .toSorted(),
});

const messageLine = ({ chat, kind, state, because, why, ...row }: LedgerRow): string =>
  [dayOf(row.doneAt ?? row.notBefore), chat, kind, state, because ?? '', why ?? ''].join(' · ');

/** What stands in one list and not in the other, each as often as it is missing there. */
export function differences(one: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  const only = one.filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return [...only.map((line) => `- ${line}`), ...left.map((line) => `+ ${line}`)];
}
