import { moveStep } from '../src/board/move-step';
import { type Registering, registrationOf } from '../src/board/registration-of';
import { type ChecklistStep, stepIn } from '../src/domain/checklist';
import type { StepState } from '../src/domain/registration';
import { plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView } from '../src/scene';
import type { Card } from '../src/talk';
import { officeInstitution } from './office-institution';
import { officeOverview, officePaths } from './office-overview';
import { decided, officeStepCard } from './office-step-card';
import { goneCard, stageCard, tickPaper } from './registration-card';
import { registrationList } from './registration-list';
import { factsOf, noteRefusal, notYours } from './step-in-view';

/**
 * The registrations of an officer's scope: chosen from a list or by typing, confirmed and decided.
 *
 * A button carries `.h2 words` for a page of the list, else `institution`, and after it `.t.stage`,
 * `.s.step`, `.p.step.paper.1`, `.d.step.revision` (done), `.x` (does not apply), `.o` (open again),
 * `.j` (the paths) or `.j.path.revision`. Other words are searched for.
 */
export const progresPetugas = defineView({
  command: 'progres',
  about: 'Progres pendaftaran BLK',
  for: ['officer'],
  show: async (ask, world, visitor) => {
    const [, number, words = ''] = /^\.h(\d{1,4}) ?(.*)$/su.exec(ask) ?? [];
    if (number !== undefined) return registrationList(Number(number), words, world, visitor);
    const [id = '', ...rest] = ask.trim().split('.');
    const institution = id === '' ? undefined : await officeInstitution(id, world, visitor);
    if (institution) return pageOf(await registrationOf(institution, world), rest, world, visitor);
    if (rest.length === 0) return registrationList(0, id, world, visitor);
    await noteRefusal(id, world, visitor);
    return { text: plain(notYours) };
  },
});

/** What an officer decides with one tap. */
const decisions: ReadonlyMap<string, StepState> = new Map([
  ['d', 'done'],
  ['x', 'exempt'],
  ['o', 'todo'],
]);

function pageOf(
  registering: Registering,
  [page = '', ...rest]: readonly string[],
  world: World,
  visitor: Visitor,
): Promise<Card> | Card {
  if (page === '') return officeOverview(registering);
  if (page === 't') return stageCard(registering, rest[0]) ?? goneCard(registering);
  if (page === 'j') return officePaths(registering, rest, world, visitor);
  return stepPage(registering, [page, ...rest], world, visitor);
}

async function stepPage(
  registering: Registering,
  [page = '', id = '', ...rest]: readonly string[],
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const step = stepIn(registering.checklist, id)?.step;
  if (!step) return goneCard(registering);
  const to = decisions.get(page);
  if (to) return decide({ registering, step, to, seen: rest[0] ?? '' }, world, visitor);
  if (page !== 'p') return officeStepCard(registering, step);
  return officeStepCard(await tickPaper(registering, [id, ...rest], world, visitor), step);
}

interface Deciding {
  readonly registering: Registering;
  readonly step: ChecklistStep;
  readonly to: StepState;
  /** The revision on the button; it comes from outside. */
  readonly seen: string;
}

async function decide(
  { registering, step, to, seen }: Deciding,
  world: World,
  visitor: Visitor,
): Promise<Card> {
  // The path is not decided here, and what is seen may be anything.
  if (step.choosesPath || !/^\d{1,4}$/u.test(seen)) return officeStepCard(registering, step);
  const facts = factsOf({ registering, step });
  const moving = { registering, step, revision: Number(seen), side: 'office', to, facts } as const;
  return decided(await moveStep(moving, world, visitor), step, world);
}
