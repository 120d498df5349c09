import { allDone } from '../src/board/audience';
import type { ActivityStatus } from '../src/domain/activity-status';
import type { Audience, Ways } from '../src/domain/announcement';
import { shortName } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { officerStatusLabel } from '../src/domain/status-label';
import { type Asking, type Choice, type Step, manyStep, onlyWhen } from '../src/scene';
import { contentSteps } from './announcement-content-steps';
import type { AnnouncementFacts } from './announcement-facts';
import { timeSteps } from './announcement-time-steps';
import { choiceStep, labelIn } from './tapped-choice';
import { findInstitution } from './institution-in-reach';

type Who = Audience['who'];

const isFor =
  (...who: readonly Who[]) =>
  ({ soFar }: Asking<AnnouncementFacts>) =>
    who.includes(soFar['who'] as Who);

const whoChoices: readonly (Choice & { readonly says: Who })[] = [
  { label: 'Semua grup', says: 'groups' },
  { label: 'Semua pengelola', says: 'managers' },
  { label: 'BLK tertentu', says: 'institutions' },
  { label: 'Per kabupaten/kota', says: 'regencies' },
  { label: 'Menurut keaktifan', says: 'statuses' },
  { label: 'Menurut tahap pendaftaran', says: 'stages' },
];

const who = choiceStep<Who, AnnouncementFacts>({
  label: 'Penerima',
  ask: 'Pengumuman ini untuk siapa?',
  choices: whoChoices,
  forks: true,
});

/** Steps of which several choices may be taken, each asked only of the audience it belongs to. */
const several = (
  audience: Who,
  words: { readonly label: string; readonly ask: string },
  choices: (facts: AnnouncementFacts) => readonly Choice[],
): Step<readonly string[] | undefined, AnnouncementFacts> =>
  onlyWhen<readonly string[], AnnouncementFacts>(
    isFor(audience),
    manyStep({
      ...words,
      choices: ({ facts }) => choices(facts),
      pick: (said, { facts }) => picked(said, choices(facts)),
      show: (picks, { facts }) => picks.map((one) => labelIn(choices(facts), one)).join(', '),
    }),
  );

function picked(said: string, choices: readonly Choice[]): Reading<string> {
  const words = said.trim().toLowerCase();
  const exact = choices.find(({ says, label }) => says === said || label.toLowerCase() === words);
  return exact
    ? understood(exact.says)
    : unclear('Mohon maaf, pilihan itu belum kami temukan. Silakan ketuk tombol di bawah ini.');
}

const institutionChoices = ({ institutions }: AnnouncementFacts): readonly Choice[] =>
  institutions.map((one) => ({ label: shortName(one), says: one.id }));

const institutions = onlyWhen<readonly string[], AnnouncementFacts>(
  isFor('institutions'),
  manyStep({
    label: 'BLK',
    ask: 'BLK yang mana saja? Silakan ketuk satu per satu, atau ketik sebagian namanya, lalu ketuk Selesai.',
    choices: ({ facts }) => institutionChoices(facts),
    pick: (said, { facts }) => {
      const found = findInstitution(said, facts.institutions);
      return found.ok ? understood(found.value.id) : found;
    },
    show: (picks, { facts }) =>
      picks.map((one) => labelIn(institutionChoices(facts), one)).join(', '),
  }),
);

const regencyChoices = (facts: AnnouncementFacts): readonly Choice[] =>
  [...new Set(facts.institutions.map(({ regency }) => regency))]
    .toSorted()
    .map((regency, n) => ({ label: regency, says: `#${n + 1}` }));

/** The regencies that were picked; buttons carry their numbers, for names may be long. */
export const regenciesPicked = (
  picks: readonly string[],
  facts: AnnouncementFacts,
): readonly string[] => picks.map((one) => labelIn(regencyChoices(facts), one));

/** The picks that stand for these regencies. */
export const regencyPicks = (
  regencies: readonly string[],
  facts: AnnouncementFacts,
): readonly string[] =>
  regencyChoices(facts)
    .filter(({ label }) => regencies.includes(label))
    .map(({ says }) => says);

const statusChoices: readonly (Choice & { readonly says: ActivityStatus })[] = (
  ['active', 'needs-attention', 'presumed-passive', 'passive', 'no-word', 'not-started'] as const
).map((status) => ({ label: officerStatusLabel(status), says: status }));

const waysChoices: readonly (Choice & { readonly says: Ways })[] = [
  { label: 'Grup dan pengelola', says: 'both' },
  { label: 'Grup saja', says: 'groups' },
  { label: 'Pengelola saja', says: 'managers' },
];

const to: Step<Ways | undefined, AnnouncementFacts> = onlyWhen<Ways, AnnouncementFacts>(
  isFor('institutions', 'regencies'),
  choiceStep({
    label: 'Lewat',
    ask: 'Dikirim ke mana? Setiap chat hanya menerimanya satu kali.',
    choices: waysChoices,
  }),
);

/** The questions of an announcement, in the order they are asked. */
export const announcementSteps = {
  who,
  institutions,
  regencies: several(
    'regencies',
    { label: 'Wilayah', ask: 'Kabupaten/kota mana saja? Ketuk satu per satu, lalu ketuk Selesai.' },
    regencyChoices,
  ),
  statuses: several(
    'statuses',
    {
      label: 'Keaktifan',
      ask: 'Pengelola BLK dengan keadaan apa? Ketuk satu per satu, lalu ketuk Selesai. Grup tidak ikut, supaya keadaan BLK tidak menjadi pembicaraan.',
    },
    () => statusChoices,
  ),
  stages: several(
    'stages',
    {
      label: 'Tahap',
      ask: 'Pengelola BLK yang sedang pada tahap mana? Ketuk satu per satu, lalu ketuk Selesai.',
    },
    ({ stages }) => stages,
  ),
  to,
  ...contentSteps,
  ...timeSteps,
};

/** Stands for centres that have nothing left to do. */
export const doneStage: Choice = { label: 'Sudah selesai seluruh tahap', says: allDone };
