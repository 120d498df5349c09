import type { ChecklistStep, Paper } from '../src/domain/checklist';
import { stepIn } from '../src/domain/checklist';
import { isAddedId } from '../src/domain/checklist-changes';
import type { StepEdit } from '../src/domain/checklist-edits';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { bold, html } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Asking, type Step, defineForm, onlyWhen } from '../src/scene';
import { stepTitle } from '../src/board/registration-words';
import { changeChecklist, editorOnly } from './change-checklist';
import { checklistButton, stepGone } from './checklist-cards';
import { checklistStepButton } from './checklist-step-card';
import { isolated } from '../src/domain/isolated';

const changes = {
  n: { label: 'Nama', audit: 'name' },
  k: { label: 'Keterangan', audit: 'hint' },
  t: { label: 'Tambah surat', audit: 'paper' },
  h: { label: 'Hapus surat', audit: 'paper' },
  a: { label: 'Kembalikan ke asal', audit: 'origin' },
} as const;
type Change = keyof typeof changes;

interface StepFacts {
  readonly step: ChecklistStep;
  /** The step without what was changed of it by command. */
  readonly origin: ChecklistStep;
  readonly stage: string;
  /** What is to be changed, if a button named it. */
  readonly change?: Change;
}

/** Finds the step a button names. */
async function prepare(world: World, visitor: Visitor, ask: string): Promise<Reading<StepFacts>> {
  const [change = '', id = ''] = ask.trim().split('.');
  const allowed = await editorOnly(world, visitor);
  if (!allowed.ok) return allowed;
  const [now, before] = await Promise.all([world.checklists.current(), world.checklists.beneath()]);
  const found = stepIn(now, id);
  if (!found) return unclear(stepGone);
  const { step: origin } = stepIn(before, id) ?? found;
  const named = isChange(change) && mayBe(change, found.step) ? { change } : {};
  return understood({ step: found.step, origin, stage: found.stage.id, ...named });
}

const isChange = (said: string): said is Change => Object.hasOwn(changes, said);

/** Without papers none can be taken out, and what the office added has no origin to go back to. */
function mayBe(change: Change, { id, papers }: ChecklistStep): boolean {
  if (change === 'h') return papers.length > 0;
  return change !== 'a' || !isAddedId(id);
}

const what: Step<Change, StepFacts> = {
  label: 'Yang diubah',
  ask: 'Apa yang ingin diubah?',
  choices: ({ facts }) =>
    Object.entries(changes)
      .filter(([says]) => isChange(says) && mayBe(says, facts.step))
      .map(([says, { label }]) => ({ label, says })),
  forks: true,
  read: (said) =>
    isChange(said)
      ? understood(said)
      : unclear('Mohon maaf, silakan pilih dari tombol di bawah ini, misalnya: Nama.'),
  keep: String,
  show: (change, { facts }) =>
    change === 'a' ? `kembali ke asal, ${isolated(facts.origin.name)}` : changes[change].label,
};

const is =
  (...wanted: readonly Change[]) =>
  ({ soFar }: Asking<StepFacts>) =>
    wanted.some((one) => one === soFar['what']);

const name: Step<string, StepFacts> = {
  label: 'Nama',
  ask: ({ facts }) => `Apa nama barunya? Sekarang: ${isolated(facts.step.name)}.`,
  read: (said) =>
    readText(said, { of: 'nama langkah', max: 60, min: 3, example: 'Kontak pengelola' }),
};

/** What is typed where no hint is wanted. */
const none = '-';

const hint: Step<string, StepFacts> = {
  label: 'Keterangan',
  ask: ({ facts }) =>
    `Apa keterangan barunya? Ketik ${none} bila tidak perlu. Sekarang: ${facts.step.hint || none}`,
  read: (said) =>
    said.trim() === none
      ? understood('')
      : readText(said, { of: 'keterangan', max: 200, min: 3, example: 'Ditandatangani ketua' }),
  keep: (words) => (words === '' ? none : words),
  show: (words) => (words === '' ? none : words),
};

const added: Step<string, StepFacts> = {
  label: 'Surat baru',
  ask: 'Surat apa yang ditambahkan? Contoh: SK pengurus BLK.',
  read: (said, { facts }) => {
    const reading = readText(said, { of: 'nama surat', max: 60, min: 2, example: 'SK pengurus' });
    if (!reading.ok) return reading;
    return facts.step.papers.some((paper) => isCalled(paper, reading.value))
      ? unclear('Surat itu sudah ada dalam langkah ini. Silakan ketik nama lain.')
      : reading;
  },
};

const isCalled = ({ name: called }: Paper, words: string) =>
  called.toLowerCase() === words.toLowerCase();

const removed: Step<Paper, StepFacts> = {
  label: 'Surat yang dihapus',
  ask: 'Surat mana yang tidak diperlukan lagi? Tanda yang sudah dibuat BLK tetap tersimpan bila surat itu kelak dipakai lagi.',
  choices: ({ facts }) =>
    facts.step.papers.map(({ id, name: says }) => ({ label: says, says: id })),
  read: (said, { facts }) => {
    const paper = facts.step.papers.find(({ id }) => id === said);
    return paper
      ? understood(paper)
      : unclear('Surat itu tidak ada dalam langkah ini. Silakan pilih dari tombol di bawah ini.');
  },
  keep: ({ id }) => id,
  show: ({ name: shown }) => shown,
};

interface Answers {
  readonly what: Change;
  readonly name: string | undefined;
  readonly hint: string | undefined;
  readonly added: string | undefined;
  readonly removed: Paper | undefined;
}

/** Changes one step of the checklist: its name, its hint or its papers, as a new version. */
export const ubahlangkah = defineForm({
  command: 'ubahlangkah',
  about: 'Ubah langkah daftar periksa',
  title: 'Ubah daftar periksa',
  unlisted: true,
  for: ['officer', 'admin'],
  prepare,
  given: ({ change }: StepFacts): Readonly<Record<string, string>> =>
    change ? { what: change } : {},
  preface: ({ step }: StepFacts) => html`Langkah: ${bold(stepTitle(step))}`,
  send: 'Simpan',
  steps: {
    what,
    name: onlyWhen(is('n'), name),
    hint: onlyWhen(is('k'), hint),
    added: onlyWhen(is('t'), added),
    removed: onlyWhen(is('h'), removed),
  },

  async finish({ id, answers, facts, visitor, world }) {
    const { step, stage } = facts;
    const { what: change } = answers;
    const edit = change === 'a' ? null : editIn(answers, facts, id);
    const named = { id, change: { [step.id]: edit }, what: `${step.id}: ${changes[change].audit}` };
    const { text } = await changeChecklist(named, world, visitor);
    return { text, buttons: [[checklistStepButton(stage, step)], [checklistButton]] };
  },
});

function editIn(answers: Answers, facts: StepFacts, id: string): StepEdit {
  const { name: called, hint: explained, added: more, removed: less } = answers;
  return {
    ...(called !== undefined && { name: called }),
    ...(explained !== undefined && { hint: explained }),
    ...(more !== undefined && { papers: { [idOf(more, facts, id)]: more } }),
    ...(less && { papers: { [less.id]: false } }),
  };
}

/** A paper that was there from the beginning comes back under its own id, with the ticks it has. */
const idOf = (paper: string, { origin }: StepFacts, form: string) =>
  origin.papers.find((one) => isCalled(one, paper))?.id ?? form.slice(0, 8);
