import { type NothingDue, nothingDueLabel } from '../domain/check-in-plan';
import type { Institution } from '../domain/institution';
import { plain } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { KeptExpectation } from '../ports/follow-ups';
import { checkInAbout } from './check-in-about';
import { checkInKind, checkInReason } from './check-in-stage';

/** What keeps back a message that would be due. */
const holding: ReadonlySet<NothingDue> = new Set([
  ...['leave', 'holiday', 'joint-leave', 'feast', 'rest-day', 'weekday', 'ramadan'],
  ...['monthly-limit', 'unreachable'],
] as const);

/** The row that keeps why a message of a check-in does not go today although it is due, once for each reason. */
export async function heldCheckIn(
  why: NothingDue,
  expectation: KeptExpectation,
  institution: Institution,
  { world, now }: { readonly world: World; readonly now: Date },
): Promise<readonly OutgoingRow[]> {
  if (!holding.has(why) || expectation.reminderSentOn) return [];
  const people = await world.people.of(institution.id);
  const [whom] = people.flatMap(({ id, telegramId }) =>
    telegramId === undefined ? [] : { person: id, chat: telegramId },
  );
  if (!whom) return [];
  const stage = expectation.openingSentOn ? 'reminder' : 'opening';
  return [
    {
      key: `${checkInAbout(institution.id, expectation.period.id)}:${stage}:${why}`,
      kind: checkInKind[stage],
      because: checkInReason(stage, expectation),
      ...whom,
      act: { do: 'say', card: { text: plain('') } },
      at: now,
      settled: { state: 'muted', why: `ditahan: ${nothingDueLabel(why)}` },
    },
  ];
}
