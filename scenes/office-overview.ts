import { moveStep } from '../src/board/move-step';
import type { Registering } from '../src/board/registration-of';
import { stepTitle } from '../src/board/registration-words';
import { type ChecklistStep, allSteps, registrationPaths } from '../src/domain/checklist';
import { stateOf, stepStateName, waitingForOffice } from '../src/domain/registration';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Card } from '../src/talk';
import { decided, pathButton } from './office-step-card';
import {
  goneCard,
  nextLines,
  overviewButton,
  overviewLines,
  stageButtons,
  stepButton,
} from './registration-card';
import { revisionOf } from './step-in-view';

/** As many of the waiting steps as fit above the stages. */
const mostWaiting = 5;

/** The registration of one centre as the office sees it: what waits for it first. */
export function officeOverview(registering: Registering): Card {
  const { checklist, registration, path } = registering;
  const waiting = waitingForOffice(checklist, registration, path);
  return {
    text: lines(...overviewLines(registering), '', ...nextLines(registering)),
    buttons: [
      ...waiting
        .slice(0, mostWaiting)
        .map((step) => [
          stepButton(
            registering,
            step,
            `${stepTitle(step)}: ${stepStateName(stateOf(registration, step.id))}`,
          ),
        ]),
      ...stageButtons(registering),
      [pathButton(registering), { label: 'BLK lain', data: opens('progres') }],
    ],
  };
}

/** Shows both paths, or sets one of them: that is the step that chooses the path. */
export async function officePaths(
  registering: Registering,
  [chosen = '', seen = '']: readonly string[],
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const { checklist, registration } = registering;
  const step = allSteps(checklist).find(({ choosesPath }) => choosesPath);
  if (!step) return goneCard(registering);
  const path = registrationPaths.find((one) => one === chosen);
  if (!path || path === registration.path || !/^\d{1,4}$/u.test(seen))
    return pathsCard(registering, step);
  const choosing = { registering, step, path, revision: Number(seen), facts: {} };
  const moving = { ...choosing, side: 'office', to: 'done' } as const;
  const came = await moveStep(moving, world, visitor);
  return came.done ? officeOverview(came.registering) : decided(came, step, world);
}

function pathsCard(registering: Registering, step: ChecklistStep): Card {
  const { checklist, registration, path, institution } = registering;
  return {
    text: lines(
      html`${bold('Jalur pendaftaran')} · ${institution.name}`,
      html`Sekarang: ${bold(checklist.paths[path])}
      ${registration.path ? '' : '(bawaan, belum ditetapkan)'}`,
      'Mengganti jalur tidak menghapus langkah yang sudah dicatat.',
    ),
    buttons: [
      ...registrationPaths.map((one) => [
        {
          label: `${registration.path === one ? '✅ ' : ''}${checklist.paths[one]}`,
          data: opens('progres', `${institution.id}.j.${one}.${revisionOf(registering, step)}`),
        },
      ]),
      [overviewButton(registering)],
    ],
  };
}
