import { type StepOwner, ownerName, stepOwners } from '../src/domain/checklist';
import type { NewStep } from '../src/domain/checklist-changes';
import { readText } from '../src/domain/reading-text';
import { type Step, optional } from '../src/scene';
import { choiceStep } from './tapped-choice';

/** The name of a step that is added. */
export const newStepName: Step<string> = {
  label: 'Langkah',
  ask: 'Apa nama langkahnya? Contoh: Surat rekomendasi camat.',
  read: (said) =>
    readText(said, { of: 'nama langkah', max: 60, min: 3, example: 'Surat rekomendasi camat' }),
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

/** A step as it was told, under an id of its own. */
export const newStepOf = (
  id: string,
  told: { name: string; hint: string | undefined; owner: StepOwner },
): NewStep => ({ id, name: told.name, hint: told.hint ?? '', owner: told.owner });
