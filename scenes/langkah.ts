import { moveStep } from '../src/board/move-step';
import type { Registering } from '../src/board/registration-of';
import { stepTitle } from '../src/board/registration-words';
import { isOfOffice } from '../src/domain/checklist';
import { type Reading, unclear } from '../src/domain/reading';
import { isClosed, nextForCentre, stateOf, stepStateName } from '../src/domain/registration';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineForm } from '../src/scene';
import type { Card } from '../src/talk';
import { ownStepCard } from './progres';
import { overviewButton, stepButton } from './registration-card';
import { knownFacts } from './step-facts-asked';
import { type StepInView, prepareOwnStep, stepPreface } from './step-in-view';
import { type Reported, reportedFacts, reportedSteps } from './step-reported';

/** What the office does itself is not reported. */
async function prepareReport(
  world: World,
  visitor: Visitor,
  argument: string,
): Promise<Reading<StepInView>> {
  const found = await prepareOwnStep(world, visitor, argument);
  return found.ok && isOfOffice(found.value.step)
    ? unclear('Langkah itu dikerjakan petugas dinas. Silakan pilih langkah lain di /progres.')
    : found;
}

/** Reports how far a step of one's own centre is; an officer looks at it then. */
export const langkah = defineForm({
  command: 'langkah',
  about: 'Kabarkan langkah pendaftaran',
  title: 'Langkah pendaftaran',
  unlisted: true,
  for: ['manager'],
  prepare: prepareReport,
  preface: stepPreface,
  given: (facts) => ({
    ...knownFacts(facts),
    ...(facts.more === 'p' && { to: 'preparing' }),
    ...(facts.more === 's' && { to: 'submitted' }),
  }),
  steps: reportedSteps,

  async finish({ id, answers, facts, visitor, world }) {
    const moving = {
      ...facts,
      ...({ side: 'centre', to: answers.to, key: id } as const),
      facts: reportedFacts(answers, facts),
    };
    const { done, registering } = await moveStep(moving, world, visitor);
    return done
      ? thanks(registering, facts, answers.to)
      : ownStepCard(registering, facts.step, whyNot(registering, facts));
  },
});

function thanks(registering: Registering, { step }: StepInView, reported: Reported): Card {
  const { checklist, registration, path } = registering;
  const next = nextForCentre(checklist, registration, path);
  return {
    text: lines(
      html`Terima kasih, langkah ${bold(stepTitle(step))} kami catat
      ${bold(stepStateName(reported))}.`,
      reported === 'submitted'
        ? 'Petugas akan memeriksanya dan mengabari Anda di sini.'
        : undefined,
      next && next.id !== step.id ? html`Langkah berikutnya: ${bold(stepTitle(next))}` : undefined,
    ),
    buttons: [
      ...(next && next.id !== step.id
        ? [[stepButton(registering, next, `▶ ${stepTitle(next)}`)]]
        : []),
      [overviewButton(registering)],
    ],
  };
}

const whyNot = ({ registration }: Registering, { step }: StepInView): string =>
  isClosed(stateOf(registration, step.id))
    ? 'Terima kasih. Langkah ini sudah diputuskan petugas, jadi tidak kami ubah. Keadaan terbaru:'
    : 'Mohon maaf, langkah ini baru saja berubah, jadi kabar tadi belum kami simpan. Keadaan terbaru:';
