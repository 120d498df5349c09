import { type ChecklistStep, ownerName, stagesOn } from '../domain/checklist';
import { codeOf } from '../domain/step-codes';
import { dayAt } from '../domain/day';
import { longDay, shortDay } from '../domain/indonesian-dates';
import { progressBar } from '../domain/progress-bar';
import {
  type StepFacts,
  isClosed,
  missingPapers,
  stageProgress,
  stateOf,
  stepStateName,
} from '../domain/registration';
import { type Html, bold, html } from '../html';
import type { Registering } from './registration-of';
import { isolated } from '../domain/isolated';

/** A step as it is named: 'A2 Kontak pengelola'; one without a code goes by its name alone. */
export function stepTitle(step: Pick<ChecklistStep, 'id' | 'code' | 'name'>): string {
  const code = codeOf(step);
  return code === undefined ? isolated(step.name) : `${code} ${isolated(step.name)}`;
}

/** Every stage with a bar of text. */
export const stageLines = ({ checklist, registration, path }: Registering): readonly Html[] =>
  stagesOn(checklist, path).map((stage) => {
    const { done, total } = stageProgress(stage, registration);
    return html`${progressBar(done, total)} ${stage.name}${stage.required ? '' : ' (pilihan)'}`;
  });

/** Which papers of a step are not there yet, in one line; none when all are there. */
export function missingLine(step: ChecklistStep, { registration }: Registering): Html | undefined {
  const missing = missingPapers(step, registration);
  return missing.length === 0
    ? undefined
    : html`Surat yang belum ada: ${bold(missing.map(({ name }) => isolated(name)).join(', '))}`;
}

/** The number and the days that were written down. */
export const factLines = (
  { number: format }: ChecklistStep,
  { number, on, validUntil }: StepFacts,
): readonly Html[] => [
  ...(number === undefined ? [] : [html`Nomor ${format?.name ?? ''}: ${bold(number)}`]),
  ...(on === undefined ? [] : [html`Tanggal: ${bold(longDay(on))}`]),
  ...(validUntil === undefined ? [] : [html`Berlaku sampai: ${bold(longDay(validUntil))}`]),
];

/** How many of its papers a step has; nothing when it needs none. */
export function papersLine(step: ChecklistStep, { registration }: Registering): Html | undefined {
  const total = step.papers.length;
  if (total === 0) return undefined;
  return html`Surat: ${total - missingPapers(step, registration).length} dari ${total} ada`;
}

/** A step as it stands, with everything written down. */
export function stepLines(
  step: ChecklistStep,
  registering: Registering,
): readonly (Html | string | undefined)[] {
  const { registration } = registering;
  const record = registration.steps[step.id];
  return [
    bold(stepTitle(step)),
    step.hint === '' ? undefined : step.hint,
    stateLine(step, registering),
    ...(record ? factLines(step, record) : []),
    record?.note === undefined
      ? undefined
      : html`${record.state === 'returned' ? 'Catatan petugas' : 'Catatan'}: ${record.note}`,
    isClosed(stateOf(registration, step.id)) ? undefined : missingLine(step, registering),
  ];
}

/** How far a step is, since when, whose it is, and whether an officer wrote it down for them. */
function stateLine(step: ChecklistStep, { registration, institution }: Registering): Html {
  const record = registration.steps[step.id];
  const since = record && record.revision > 0 ? dayAt(record.at, institution.zone) : undefined;
  const state = stepStateName(stateOf(registration, step.id));
  return html`Keadaan: ${bold(state)}${since ? html`, ${shortDay(since)}` : ''} · oleh
  ${ownerName(step.owner)}${record?.onBehalf ? ', dicatat petugas' : ''}`;
}
