import { type StepOwner, ownerName, stepOwners } from '../src/domain/checklist';
import type { NewStep } from '../src/domain/checklist-changes';
import { readText } from '../src/domain/reading-text';
import { nextCode } from '../src/domain/step-codes';
import type { World } from '../src/ports';
import { type Step, optional } from '../src/scene';
import { choiceStep } from './tapped-choice';

/** The name of a step that is added. */
export const newStepName: Step<string> = {
  label: 'Langkah',
  ask: 'Apa nama langkahnya? Contoh: Surat rekomendasi camat.',
  read: (said) =>
    readText(said, { of: 'nama langkah', max: 60, min: 3, example: 'Surat rekomendasi camat' }),
};

/** The name of the step that a stage begins with. */
export const firstStepName: Step<string> = {
  ...newStepName,
  label: 'Langkah pertama',
  ask: 'Apa nama langkah pertama dalam tahap ini? Contoh: Surat rekomendasi camat.',
};

/** What helps with it. */
export const newStepHint: Step<string | undefined> = optional({
  label: 'Keterangan',
  ask: 'Apa yang membantu pengelola mengerjakannya? Contoh: Diurus di kantor kecamatan, gratis.',
  read: (said) =>
    readText(said, {
      ...{ of: 'keterangan', max: 200, min: 3 },
      example: 'Diurus di kantor kecamatan, gratis',
    }),
});

/** Who takes it. */
export const newStepOwner: Step<StepOwner> = choiceStep({
  label: 'Dikerjakan oleh',
  ask: 'Siapa yang mengerjakannya?',
  choices: stepOwners.map((owner) => ({ label: ownerName(owner), says: owner })),
});

interface Told {
  readonly name: string;
  readonly hint: string | undefined;
  readonly owner: StepOwner;
}

/** A step as it was told, under an id of its own, with the next free code of its stage. */
export async function newStepOf(
  id: string,
  { name, hint, owner }: Told,
  { checklists }: World,
  stage?: string,
): Promise<NewStep> {
  const [checklist, out] = await Promise.all([checklists.current(), checklists.takenOut()]);
  const code = nextCode(
    checklist,
    out.map(({ step }) => step),
    stage,
  );
  return { id, name, hint: hint ?? '', owner, ...(code !== undefined && { code }) };
}
