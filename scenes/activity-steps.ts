import {
  type ActivityDetails,
  type ActivityField,
  activityField,
  activityFields,
} from '../src/domain/activity-field';
import { type ActivityKind, isActivityKindId, activityKind } from '../src/domain/activity-kind';
import { shownValue } from '../src/domain/activity-report';
import { checkField } from '../src/domain/activity-rules';
import { type Day, addDays } from '../src/domain/day';
import { shortDay } from '../src/domain/indonesian-dates';
import { unclear } from '../src/domain/reading';
import { pastDayLimit } from '../src/domain/reading-day';
import { readField } from '../src/domain/reading-field';
import { type Html, html, italic, lines } from '../src/html';
import { type Asking, type Choice, type Step, onlyWhen, optional } from '../src/scene';
import type { OwnFacts } from './own-institution';

type FieldStep = Step<string | number | undefined, OwnFacts>;

/** How far ahead a planned day may lie. */
const daysAhead = 400;

/** One step for every field an activity may have; each is asked only for the kinds that have it. */
export const activitySteps = Object.fromEntries(
  (Object.keys(activityFields) as ActivityField[]).map((field) => [field, stepFor(field)]),
) as Readonly<Record<ActivityField, FieldStep>>;

function stepFor(field: ActivityField): FieldStep {
  const { label, reads } = activityField(field);
  const step: Step<string | number, OwnFacts> = {
    label,
    ask: (at) => question(field, at),
    choices: (at) => choicesFor(field, at),
    ...(reads === 'day' || reads === 'past-day'
      ? { calendar: ({ today }) => range(reads, today) }
      : {}),
    read: (said, at) => readChecked(field, said, at),
    keep: String,
    show: (value) => shownValue(field, value),
  };
  const asked = onlyWhen<string | number, OwnFacts>((at) => isAsked(field, at), step);
  return activityField(field).optional ? optional(asked) : asked;
}

function isAsked(field: ActivityField, { soFar }: Asking<OwnFacts>): boolean {
  const { partOf } = activityField(field);
  if (partOf !== undefined && soFar[partOf] === 0) return false;
  return kindIn(soFar)?.fields.includes(field) ?? false;
}

/** The kind of activity among the answers. */
function kindIn({ kind }: Asking<OwnFacts>['soFar']): ActivityKind | undefined {
  return typeof kind === 'string' && isActivityKindId(kind) ? activityKind(kind) : undefined;
}

function question(field: ActivityField, at: Asking<OwnFacts>): Html {
  const { ask, reads } = activityField(field);
  const { example } = usualIn(field, at);
  const tappable = reads === 'day' || reads === 'past-day';
  return tappable ? html`${ask}` : lines(ask, italic(`Contoh: ${example}`));
}

/** What is usual in the kind of activity at hand. */
function usualIn(field: ActivityField, { soFar }: Asking<OwnFacts>) {
  const { example, choices = [], usually } = activityField(field);
  return usually?.[kindIn(soFar)?.id ?? ''] ?? { example, choices };
}

function choicesFor(field: ActivityField, at: Asking<OwnFacts>): readonly Choice[] {
  const { today } = at;
  const { reads } = activityField(field);
  const { choices } = usualIn(field, at);
  if (reads === 'past-day')
    return [nearby('Hari ini', today), nearby('Kemarin', addDays(today, -1))];
  if (reads === 'day') return [nearby('Hari ini', today), nearby('Besok', addDays(today, 1))];
  return choices.map((one) => ({ label: one, says: one }));
}

const nearby = (word: string, day: Day): Choice => ({
  label: `${word}, ${shortDay(day)}`,
  says: day,
});

const range = (reads: 'day' | 'past-day', today: Day) => ({
  from: addDays(today, -pastDayLimit),
  to: reads === 'past-day' ? today : addDays(today, daysAhead),
});

function readChecked(field: ActivityField, said: string, { soFar, today }: Asking<OwnFacts>) {
  const reading = readField(field, said, today);
  if (!reading.ok) return reading;
  const why = checkField(field, reading.value, soFar, today);
  return why === undefined ? reading : unclear(why);
}

/** The fields among the answers of a form, without those that were skipped or not asked. */
export function detailsIn(answers: Readonly<Record<string, unknown>>): ActivityDetails {
  const given = Object.entries(answers).filter(
    ([name, value]) => name in activityFields && value !== undefined,
  );
  return Object.fromEntries(given);
}
