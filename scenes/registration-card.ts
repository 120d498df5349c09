import { type Registering, registrationOf } from '../src/board/registration-of';
import { missingLine, stageLines, stepLines, stepTitle } from '../src/board/registration-words';
import { type ChecklistStep, type Paper, stagesOn, stepIn } from '../src/domain/checklist';
import { shortName } from '../src/domain/institution';
import {
  type StepState,
  isClosed,
  isPaperThere,
  nextForCentre,
  numberedPaper,
  stateOf,
  waitingForOffice,
} from '../src/domain/registration';
import { type Html, bold, html, italic, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { isolated } from '../src/domain/isolated';

type Rows = readonly (readonly Button[])[];

/** What stands before a step on its button. */
const marks: Readonly<Record<StepState, string>> = {
  todo: '▫️',
  preparing: '✏️',
  submitted: '📤',
  returned: '↩️',
  done: '✅',
  exempt: '➖',
};

/** The button that opens a step. */
export const stepButton = (
  { institution }: Registering,
  step: ChecklistStep,
  label: string,
): Button => ({
  label,
  data: opens('progres', `${institution.id}.s.${step.id}`),
});

/** The button back to the overview. */
export const overviewButton = ({ institution }: Registering): Button => ({
  label: 'Lihat progres',
  data: opens('progres', institution.id),
});

/** Every stage with its bar, and what comes next for whom. */
export const overviewLines = (registering: Registering): readonly (Html | string)[] => [
  html`${bold('Progres pendaftaran')} · BLK ${bold(shortName(registering.institution))}`,
  html`Jalur: ${registering.checklist.paths[registering.path]}`,
  '',
  ...stageLines(registering),
];

/** What the centre does next, and what it waits for. */
export function nextLines(registering: Registering): readonly (Html | string | undefined)[] {
  const { checklist, registration, path } = registering;
  const next = nextForCentre(checklist, registration, path);
  const waiting = waitingForOffice(checklist, registration, path);
  return [
    ...(next
      ? [
          html`Langkah berikutnya: ${bold(stepTitle(next))}`,
          next.hint === '' ? undefined : next.hint,
          missingLine(next, registering),
        ]
      : [html`Semua langkah sudah dilaporkan. Terima kasih banyak.`]),
    waiting.length === 0 ? undefined : html`Menunggu petugas: ${waiting.map(stepTitle).join(', ')}`,
  ];
}

/** The bot knows only what people tell it, and says so. */
export const noLinkLine = italic(
  'Dicatat dari kabar BLK dan dicek petugas; bot tidak terhubung dengan SIAPkerja (dulu Sisnaker).',
);

/** A button for each stage, two side by side. */
export function stageButtons({ institution, checklist, path }: Registering): Rows {
  const buttons = stagesOn(checklist, path).map(({ id, name }) => ({
    label: name,
    data: opens('progres', `${institution.id}.t.${id}`),
  }));
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) =>
    buttons.slice(row * 2, row * 2 + 2),
  );
}

/** The steps of a stage, each to be opened; nothing when the stage is not in the checklist. */
export function stageCard(registering: Registering, id = ''): Card | undefined {
  const { checklist, registration, path } = registering;
  const stage = stagesOn(checklist, path).find((one) => one.id === id);
  return (
    stage && {
      text: lines(
        html`${bold(stage.name)} · BLK ${shortName(registering.institution)}`,
        'Silakan ketuk salah satu langkah.',
        '✅ selesai · 📤 diajukan · ✏️ disiapkan · ↩️ perlu perbaikan · ▫️ belum · ➖ tidak berlaku',
      ),
      buttons: [
        ...stage.steps.map((step) => [
          stepButton(
            registering,
            step,
            `${marks[stateOf(registration, step.id)]} ${stepTitle(step)}`,
          ),
        ]),
        [overviewButton(registering)],
      ],
    }
  );
}

/** How a step is shown to somebody. */
export interface StepFace {
  /** The buttons that move it. */
  readonly moves: Rows;
  /** Whether they may tick its papers. */
  readonly ticks: boolean;
  /** What is said first. */
  readonly before?: Html | string;
}

/** A step with its papers to be ticked, and the buttons that move it. */
export function stepCard(
  registering: Registering,
  step: ChecklistStep,
  { moves, ticks, before }: StepFace,
): Card {
  const isOpen = !isClosed(stateOf(registering.registration, step.id));
  const papers = ticks && isOpen ? step.papers.filter(isTicked(registering, step)) : [];
  return {
    text: lines(
      ...(before === undefined ? [] : [before, '']),
      ...stepLines(step, registering),
      papers.length === 0
        ? undefined
        : 'Ketuk surat untuk menandai ada atau belum; suratnya tidak perlu dikirim.',
    ),
    buttons: [
      ...papers.map((paper) => [paperButton(registering, step, paper)]),
      ...moves,
      [...stageButton(registering, step), overviewButton(registering)],
    ],
  };
}

/** A paper whose number was written down is there, and needs no tick. */
const isTicked =
  ({ registration: { steps } }: Registering, step: ChecklistStep) =>
  ({ id }: Paper): boolean =>
    steps[step.id]?.number === undefined || numberedPaper(step)?.id !== id;

function stageButton(
  { institution, checklist }: Registering,
  { id }: ChecklistStep,
): readonly Button[] {
  const stage = stepIn(checklist, id)?.stage;
  if (!stage) return [];
  return [{ label: stage.name, data: opens('progres', `${institution.id}.t.${stage.id}`) }];
}

function paperButton(
  { institution, registration }: Registering,
  step: ChecklistStep,
  paper: Paper,
): Button {
  const isThere = isPaperThere(step, paper, registration);
  return {
    label: isThere ? `☑ ${isolated(paper.name)}: ada` : `☐ ${isolated(paper.name)}: belum`,
    data: opens('progres', `${institution.id}.p.${step.id}.${paper.id}.${isThere ? 0 : 1}`),
  };
}

/** Ticks the paper a button names, if the step has it; returns the registration as it is then. */
export async function tickPaper(
  registering: Registering,
  [stepId = '', paper = '', there = '']: readonly string[],
  world: World,
  { person, now }: Visitor,
): Promise<Registering> {
  const { institution, checklist } = registering;
  const step = stepIn(checklist, stepId)?.step;
  if (!step?.papers.some(({ id }) => id === paper)) return registering;
  await world.registrations.begin(institution.id, checklist.version);
  await world.registrations.tick(institution.id, {
    ...{ step: step.id, paper, there: there === '1' },
    ...{ by: person?.id ?? '', at: now },
  });
  return registrationOf(institution, world);
}

/** What is said when a button leads nowhere any more. */
export const goneCard = (registering: Registering): Card => ({
  text: plain(
    'Mohon maaf, langkah itu sudah tidak ada dalam daftar. Silakan lihat daftar terbaru.',
  ),
  buttons: [[overviewButton(registering)]],
});
