import { type Registering, registrationOf } from '../src/board/registration-of';
import { stepTitle } from '../src/board/registration-words';
import { type ChecklistStep, isOfOffice, stepIn } from '../src/domain/checklist';
import { isClosed, nextForCentre, stateOf } from '../src/domain/registration';
import { lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { institutionChoices } from './institution-in-reach';
import { institutionsOf, whyNoInstitution } from './own-institution';
import {
  goneCard,
  nextLines,
  noLinkLine,
  overviewLines,
  stageButtons,
  stageCard,
  stepButton,
  stepCard,
  tickPaper,
} from './registration-card';
import { noteRefusal, notYours, ownInstitution, revisionOf } from './step-in-view';

/**
 * The registration of one's own centre: what is done, what comes next, which paper is missing.
 *
 * A button carries `institution`, `institution.t.stage`, `institution.s.step` or
 * `institution.p.step.paper.1`.
 */
export const progres = defineView({
  command: 'progres',
  about: 'Progres pendaftaran',
  for: ['manager'],
  show: async (ask, world, visitor) => {
    const [id = '', page = '', ...rest] = ask.trim().split('.');
    if (id === '') return home(world, visitor);
    const institution = await ownInstitution(id, world, visitor);
    if (!institution) {
      await noteRefusal(id, world, visitor);
      return { text: plain(notYours) };
    }
    return pageOf(await registrationOf(institution, world), [page, ...rest], world, visitor);
  },
});

async function home(world: World, visitor: Visitor): Promise<Card> {
  const [only, ...others] = await institutionsOf(world, visitor);
  if (!only) return { text: plain(await whyNoInstitution(world, visitor)) };
  if (others.length === 0) return overview(await registrationOf(only, world));
  return {
    text: plain('Progres pendaftaran BLK yang mana?'),
    buttons: institutionChoices([only, ...others]).map(({ label, says }) => [
      { label, data: opens('progres', says) },
    ]),
  };
}

function pageOf(
  registering: Registering,
  [page = '', ...rest]: readonly string[],
  world: World,
  visitor: Visitor,
): Promise<Card> | Card {
  if (page === 't') return stageCard(registering, rest[0]) ?? goneCard(registering);
  if (page === 's') return stepPage(registering, rest[0]);
  return page === 'p' ? tick(registering, rest, world, visitor) : overview(registering);
}

function stepPage(registering: Registering, id = ''): Card {
  const step = stepIn(registering.checklist, id)?.step;
  return step ? ownStepCard(registering, step) : goneCard(registering);
}

/** The papers of what the office does itself are not the centre's to tick. */
async function tick(
  registering: Registering,
  [id = '', ...rest]: readonly string[],
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const step = stepIn(registering.checklist, id)?.step;
  if (!step || isOfOffice(step)) return stepPage(registering, id);
  return stepPage(await tickPaper(registering, [id, ...rest], world, visitor), id);
}

function overview(registering: Registering): Card {
  const { checklist, registration, path } = registering;
  const next = nextForCentre(checklist, registration, path);
  return {
    text: lines(...overviewLines(registering), '', ...nextLines(registering), '', noLinkLine),
    buttons: [
      ...(next ? [[stepButton(registering, next, `▶ ${stepTitle(next)}`)]] : []),
      ...stageButtons(registering),
    ],
  };
}

/** A step of one's own centre, with what can be reported of it. */
export const ownStepCard = (registering: Registering, step: ChecklistStep, before?: string): Card =>
  stepCard(registering, step, {
    moves: reportButtons(registering, step),
    ticks: !isOfOffice(step),
    ...(before !== undefined && { before }),
  });

/** What the office does itself, or has closed, is not reported. */
function reportButtons(
  registering: Registering,
  step: ChecklistStep,
): readonly (readonly Button[])[] {
  const { institution, registration } = registering;
  if (isOfOffice(step) || isClosed(stateOf(registration, step.id))) return [];
  const seen = `${institution.id}.${step.id}.${revisionOf(registering, step)}`;
  return [
    [
      { label: 'Sedang disiapkan', data: opens('langkah', `${seen}.p`) },
      { label: 'Sudah diajukan', data: opens('langkah', `${seen}.s`) },
    ],
  ];
}
