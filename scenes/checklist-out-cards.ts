import { stepTitle } from '../src/board/registration-words';
import { type ChecklistStage, type ChecklistStep, stepIn } from '../src/domain/checklist';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { type Registration, stateOf } from '../src/domain/registration';
import { wholeReach } from '../src/domain/rights';
import { bold, html, lines, plain } from '../src/html';
import type { World } from '../src/ports';
import { opens } from '../src/scene';
import type { Card } from '../src/talk';
import { checklistButton, checklistStageButton, stepGone } from './checklist-cards';
import { checklistStepButton } from './checklist-step-card';
import { isolated } from '../src/domain/isolated';

/** Steps that are to be taken out, and the stage they stand in. */
interface Leaving {
  readonly steps: readonly ChecklistStep[];
  readonly stage: ChecklistStage;
}

const neededStep =
  'Mohon maaf, langkah yang menetapkan jalur pendaftaran tidak dapat dikeluarkan, karena langkah sesudahnya bergantung padanya.';

/** The steps that leave with a step or a stage; the one that sets the path has to stay. */
export async function leavingSteps(
  what: 'step' | 'stage',
  id: string,
  { checklists }: World,
): Promise<Reading<Leaving>> {
  const checklist = await checklists.current();
  const found = what === 'step' ? stepIn(checklist, id) : undefined;
  const stage = found?.stage ?? checklist.stages.find((one) => what === 'stage' && one.id === id);
  if (!stage) return unclear(stepGone);
  const steps = found ? [found.step] : stage.steps;
  return steps.some(({ choosesPath }) => choosesPath)
    ? unclear(neededStep)
    : understood({ steps, stage });
}

/** Asks before a step or a stage is taken out, and tells how many centres have got somewhere in it. */
export async function askBeforeTakingOut(
  what: 'step' | 'stage',
  { ask, id, world }: { readonly ask: string; readonly id: string; readonly world: World },
): Promise<Card> {
  const leaving = await leavingSteps(what, id, world);
  if (!leaving.ok) return { text: plain(leaving.why), buttons: [[checklistButton]] };
  const { steps, stage } = leaving.value;
  const [only] = steps;
  const name = what === 'step' && only ? stepTitle(only) : `tahap ${isolated(stage.name)}`;
  const back =
    what === 'step' && only ? checklistStepButton(stage.id, only) : checklistStageButton(stage);
  const sure = { k: 'y', T: 'Y' }[ask.charAt(0)] ?? '';
  return {
    text: lines(
      html`Keluarkan ${bold(name)} dari daftar periksa${
        what === 'stage' ? ` (${steps.length} langkah)` : ''
      }?`,
      await countWords(steps, world),
      'Langkah yang dikeluarkan dapat dimasukkan kembali kapan saja.',
    ),
    buttons: [
      [{ label: 'Ya, keluarkan', data: opens('susundaftar', `${sure}${ask.slice(1)}`) }],
      [{ ...back, label: 'Tidak jadi' }],
    ],
  };
}

/** A paper that is there is a beginning, too, before anybody has said how far the step is. */
const isBegun = (registration: Registration, id: string): boolean =>
  stateOf(registration, id) !== 'todo' || (registration.steps[id]?.papers ?? []).length > 0;

async function countWords(steps: readonly ChecklistStep[], world: World): Promise<string> {
  const institutions = await world.institutions.within(wholeReach);
  const registrations = await world.registrations.among(institutions.map(({ id }) => id));
  const count = registrations.filter((one) => steps.some(({ id }) => isBegun(one, id))).length;
  return count === 0
    ? 'Belum ada BLK yang mengerjakannya.'
    : `${count} BLK sudah mengerjakannya; catatan mereka tetap tersimpan.`;
}

/** The steps that were taken out, each with a button that puts it back. */
export async function takenOutCard({ checklists }: World): Promise<Card> {
  const [out, turn] = await Promise.all([checklists.takenOut(), checklists.turn()]);
  return {
    text: lines(
      html`${bold('Yang dikeluarkan dari daftar periksa')}`,
      out.length === 0
        ? 'Tidak ada langkah yang dikeluarkan.'
        : 'Ketuk langkah untuk memasukkannya kembali beserta catatan setiap BLK.',
      ...out.map(({ step, stage }) => html`• ${stepTitle(step)} – tahap ${stage.name}`),
    ),
    buttons: [
      ...out.map(({ step }) => [
        { label: `↩ ${stepTitle(step)}`, data: opens('susundaftar', `b.${turn}.${step.id}`) },
      ]),
      [checklistButton],
    ],
  };
}
