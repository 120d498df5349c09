import type { MoveCame } from '../src/board/move-step';
import type { Registering } from '../src/board/registration-of';
import { stepTitle } from '../src/board/registration-words';
import { type ChecklistStep, isOfOffice } from '../src/domain/checklist';
import { stateOf, stepStateName, waitingForOffice } from '../src/domain/registration';
import { type Html, bold, html } from '../src/html';
import type { World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { stepButton, stepCard } from './registration-card';
import { revisionOf } from './step-in-view';
import { isolated } from '../src/domain/isolated';

/** A step as the office sees it, with everything it can decide. */
export const officeStepCard = (
  registering: Registering,
  step: ChecklistStep,
  before?: Html | string,
): Card =>
  stepCard(registering, step, {
    moves: decisionButtons(registering, step),
    ticks: true,
    ...(before !== undefined && { before }),
  });

/** The button behind which the path is set. */
export const pathButton = ({ institution }: Registering): Button => ({
  label: 'Tetapkan jalur',
  data: opens('progres', `${institution.id}.j`),
});

function decisionButtons(
  registering: Registering,
  step: ChecklistStep,
): readonly (readonly Button[])[] {
  if (step.choosesPath) return [[pathButton(registering)]];
  const { institution, registration } = registering;
  const seen = `${step.id}.${revisionOf(registering, step)}`;
  const tap = (label: string, verb: string) => [
    { label, data: opens('progres', `${institution.id}.${verb}.${seen}`) },
  ];
  const form = (label: string, command: string) => [
    { label, data: opens(command, `${institution.id}.${seen}`) },
  ];
  const done = asksFacts(step) ? form('Selesai', 'langkahselesai') : tap('Selesai', 'd');
  const back = isOfOffice(step) ? [] : form('Kembalikan', 'langkahkembali');
  const exempt = tap('Tidak berlaku', 'x');
  const changed = asksFacts(step) ? form('Ubah isian', 'langkahselesai') : [];
  const told = isOfOffice(step) ? [] : [form('Catat kabar BLK', 'langkahcatat')];
  const state = stateOf(registration, step.id);
  if (state === 'exempt') return [tap('Berlakukan lagi', 'o')];
  if (state === 'done') return [[...(isOfOffice(step) ? tap('Buka lagi', 'o') : back), ...changed]];
  return state === 'todo' ? [[...done, ...exempt], ...told] : [[...done, ...back], exempt, ...told];
}

/** Whether something may have to be written down before a step is done. */
const asksFacts = ({ number, dated, validity }: ChecklistStep) =>
  number !== undefined || dated === true || validity !== undefined;

/** The step after a decision, or what somebody else decided first. */
export async function decided(came: MoveCame, step: ChecklistStep, world: World): Promise<Card> {
  const { done, registering } = came;
  const { checklist, registration, path } = registering;
  if (!done) return officeStepCard(registering, step, await overtaken(registering, step, world));
  const state = stepStateName(stateOf(registration, step.id));
  const card = officeStepCard(registering, step, html`Tersimpan: ${bold(state)}.`);
  const next = waitingForOffice(checklist, registration, path).find(({ id }) => id !== step.id);
  if (!next) return card;
  const onwards = stepButton(registering, next, `▶ ${stepTitle(next)}`);
  return { ...card, buttons: [...(card.buttons ?? []), [onwards]] };
}

async function overtaken(
  { registration }: Registering,
  { id }: ChecklistStep,
  world: World,
): Promise<string> {
  const by = registration.steps[id]?.by;
  const person = by === undefined ? undefined : await world.people.byId(by);
  return `Mohon maaf, langkah ini baru saja diubah${person ? ` oleh ${isolated(person.name)}` : ''}, jadi keputusan tadi belum tersimpan. Keadaan terbaru:`;
}
