import type { Heard } from './heard';
import { type Standing, heardAnew } from './form-turn';
import { askingAt } from './hear';
import type { Place } from './place';

/** A form that takes what was sent, and what that answered on the way. */
interface Meant {
  readonly standing: Standing;
  readonly why?: string;
}

const takes = (place: Place, sent: 'photo' | 'file'): boolean =>
  place.at === 'step' && (sent === 'photo' ? place.step.photos : place.step.file) !== undefined;

/** A photo or a file that comes before it is asked for answers the choice it stands for. */
export function sentFor(standing: Standing, sent: 'photo' | 'file', now: Date): Meant {
  const { place, around, draft } = standing;
  if (place.at === 'summary' || takes(place, sent)) return { standing };
  const answers = place.step.sentAnswers?.(sent, askingAt(place, around));
  if (!answers) return { standing };
  const { changing, ...rest } = draft;
  const heard: Heard = {
    ...draft.heard,
    ...(changing && { [changing.step]: changing.was }),
    ...Object.fromEntries(Object.entries(answers).map(([step, words]) => [step, { words }])),
  };
  const meant = heardAnew({ ...standing, draft: rest }, heard, now);
  return takes(meant.place, sent)
    ? { standing: meant, why: answered(meant, Object.keys(answers)) }
    : { standing };
}

/** The answers in the words of the summary: 'Lampiran: Dengan foto.' */
function answered({ form, place, around }: Standing, names: readonly string[]): string {
  const at = { ...around, soFar: place.soFar };
  return names
    .map((name) => {
      const step = form.steps[name];
      const value = place.soFar[name];
      return `${step?.label ?? name}: ${step?.show?.(value, at) ?? String(value)}.`;
    })
    .join(' ');
}
