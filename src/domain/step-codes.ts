import type { Checklist, ChecklistStep } from './checklist';
import { isAddedId } from './checklist-changes';

/** What a step is called beside its name: its id, or the code that it got when the office added it. */
export const codeOf = ({ id, code }: Pick<ChecklistStep, 'id' | 'code'>): string | undefined =>
  code ?? (isAddedId(id) ? undefined : id);

interface Code {
  readonly letter: string;
  readonly number: number;
}

function codesOf(steps: readonly ChecklistStep[]): readonly Code[] {
  return steps.flatMap((step) => {
    const [, letter, number] = /^([A-Z])(\d+)$/u.exec(codeOf(step) ?? '') ?? [];
    return letter === undefined ? [] : [{ letter, number: Number(number) }];
  });
}

const lastLetter = 'Z'.charCodeAt(0);

/**
 * The next free code of a stage, 'B6' after 'B5', those of steps that were taken out not counted as free; of
 * a stage without codes the first of the next letter. Undefined when there are no letters left.
 */
export function nextCode(
  { stages }: Pick<Checklist, 'stages'>,
  out: readonly ChecklistStep[],
  stage?: string,
): string | undefined {
  const all = codesOf([...stages.flatMap(({ steps }) => steps), ...out]);
  const [own] = codesOf(stages.find(({ id }) => id === stage)?.steps ?? []);
  const newest = Math.max('A'.charCodeAt(0) - 1, ...all.map(({ letter }) => letter.charCodeAt(0)));
  if (!own && newest >= lastLetter) return undefined;
  const letter = own?.letter ?? String.fromCharCode(newest + 1);
  const taken = all.filter((code) => code.letter === letter).map(({ number }) => number);
  return `${letter}${Math.max(0, ...taken) + 1}`;
}
