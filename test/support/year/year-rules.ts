import { type CentreFacts, type Centre, yearFacts } from './year-facts';
import {
  type YearDay,
  effectiveDays,
  everyDay,
  firstDay,
  holds,
  isManagersDay,
  lastDay,
  plus,
  ramadan,
  workingDaysAfter,
} from './year-days';

/** A change of status: at midnight when time brought it about, else when somebody did something. */
export interface Change {
  readonly centre: Centre;
  readonly on: YearDay;
  readonly by: 'time' | 'deed';
  readonly to: string;
}

const latestBy = (days: readonly YearDay[], day: YearDay) =>
  days
    .filter((one) => one <= day)
    .toSorted()
    .at(-1);

/**
 * The status as the table in the design has it, with what is known up to `known` on `day`.
 *
 * Check-ins unanswered twice play no part: by then a monthly rhythm has been without a word for 60 days.
 */
function statusOf({ active, answered, heard, leaves }: CentreFacts, day: YearDay, known: YearDay) {
  const last = latestBy(active, known);
  const since = last ?? firstDay;
  const word = latestBy([...answered, ...heard], known) ?? firstDay;
  const quiet = effectiveDays(since, day, leaves);
  if (last && quiet <= 90) return 'active';
  if (effectiveDays(word, day, leaves) >= 60) return 'no-word';
  if (quiet > 180) return 'presumed-passive';
  return last ? 'needs-attention' : 'not-started';
}

/** Every change of status in the year, counted day by day. */
export function changesOf(centre: Centre): readonly Change[] {
  const changes: Change[] = [];
  let before = '';
  const notice = (on: YearDay, by: Change['by'], to: string) => {
    if (to !== before) changes.push({ centre, on, by, to });
    before = to;
  };
  for (const day of everyDay) {
    const facts = yearFacts[centre];
    notice(day, 'time', statusOf(facts, day, plus(day, -1)));
    notice(day, 'deed', statusOf(facts, day, day));
  }
  return changes;
}

/** A message of a check-in that is to reach a manager. */
export interface Asked {
  readonly centre: Centre;
  readonly kind: 'check-in' | 'reminder';
  readonly on: YearDay;
}

const months = Array.from({ length: 12 }, (_, n) => {
  const first = `${n === 0 ? 2026 : 2027}-${String(((n + 11) % 12) + 1).padStart(2, '0')}-01`;
  const next = `${n === 11 ? '2027-12' : `2027-${String(n + 1).padStart(2, '0')}`}-01`;
  return { first, last: plus(next, -1) };
});

/** The check-ins of the year, one month after the other. */
export const askedOf = (centre: Centre): readonly Asked[] =>
  months.flatMap(({ first, last }) => {
    const facts = yearFacts[centre];
    const opening = openingOn(facts, first, last);
    if (!opening) return [];
    const reminder = reminderOn(facts, opening, last);
    return [
      { centre, kind: 'check-in' as const, on: opening },
      ...(reminder && reminder <= lastDay
        ? [{ centre, kind: 'reminder' as const, on: reminder }]
        : []),
    ];
  });

const mayReach = ({ leaves, unreachable }: CentreFacts, day: YearDay) =>
  isManagersDay(day, leaves) &&
  !holds(ramadan, day) &&
  !unreachable.some((span) => holds(span, day));

/** A month mostly spent in leave is not asked about, nor is one of which three quarters are over. */
function openingOn(facts: CentreFacts, first: YearDay, last: YearDay): YearDay | undefined {
  const days = daysIn(first, last);
  const known = facts.leaves.filter(({ entered }) => entered <= first);
  const onLeave = days.filter((day) => known.some((leave) => holds(leave, day)));
  if (onLeave.length >= days.length / 2) return undefined;
  const open = days.slice(0, Math.ceil(0.75 * days.length)).find((day) => mayReach(facts, day));
  return open && !isAnsweredBefore(facts, first, open) ? open : undefined;
}

function reminderOn(facts: CentreFacts, opening: YearDay, last: YearDay): YearDay | undefined {
  const asksFor = facts.postponed.find((day) => day > opening && day <= last);
  const due = asksFor ?? workingDaysAfter(opening, 5, facts.leaves);
  const on = daysIn(due, last).find((day) => mayReach(facts, day));
  return on && !isAnsweredBefore(facts, opening, on) ? on : undefined;
}

const isAnsweredBefore = ({ answered }: CentreFacts, from: YearDay, day: YearDay) =>
  answered.some((one) => one >= from && one < day);

function daysIn(from: YearDay, to: YearDay): readonly YearDay[] {
  const days: YearDay[] = [];
  for (let day = from; day <= to; day = plus(day, 1)) days.push(day);
  return days;
}
