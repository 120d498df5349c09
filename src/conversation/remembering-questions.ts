import type { Act, Earlier } from '../talk';
import { unpackTap } from './button-data';
import { type Memory, openDraft } from './memory';
import type { Scenery, Turn } from './turn';

/** Of so many messages the buttons are taken away; older ones have left the screen long ago. */
const mostRemembered = 12;

/**
 * Remembers in which messages the open form stands, and takes their buttons away when the form ends
 * by something said below them, as /batal is.
 */
export function rememberingQuestions({ memory: before, incoming }: Scenery, turn: Turn): Turn {
  const { questions: _earlier, ...memory } = turn.memory;
  const form = openDraft(turn.memory)?.id;
  const shown = turn.acts.flatMap((act, n) => placeOf(act, `${incoming.update}:${n}`, form));
  const of = [...placesOf(before, form, shown), ...shown].slice(-mostRemembered);
  return {
    ...turn,
    memory: { ...memory, ...(form !== undefined && of.length > 0 && { questions: { form, of } }) },
    // A button brings its own message into shape.
    acts: incoming.deed.kind === 'tap' ? turn.acts : [...turn.acts, ...closing(before, turn)],
  };
}

/** Where this form was shown before, but for places it is shown in again. */
const placesOf = (
  { questions }: Memory,
  form: string | undefined,
  again: readonly Earlier[],
): readonly Earlier[] =>
  questions?.form === form
    ? (questions?.of ?? []).filter((one) => !again.some((other) => isSame(one, other)))
    : [];

/** Where an act shows buttons of this form. */
function placeOf(act: Act, row: string, form: string | undefined): readonly Earlier[] {
  if (form === undefined || (act.do !== 'say' && act.do !== 'edit')) return [];
  const isOfForm = (act.card.buttons ?? [])
    .flat()
    .some((button) => 'data' in button && unpackTap(button.data)?.form === form);
  return isOfForm ? [act.do === 'edit' ? act.of : { row }] : [];
}

/** Takes the buttons of a form that has ended away, but for a message that shows something else by now. */
function closing({ questions }: Memory, { memory, acts }: Turn): readonly Act[] {
  if (!questions || !memory.ended.some(({ id }) => id === questions.form)) return [];
  return questions.of
    .filter((one) => !acts.some((act) => 'of' in act && isSame(act.of, one)))
    .map((of): Act => ({ do: 'rebutton', of, buttons: [] }));
}

const isSame = (one: Earlier, other: Earlier): boolean =>
  'row' in one
    ? 'row' in other && one.row === other.row
    : 'message' in other && one.message === other.message;
