import { type Institution, isCalled } from '../src/domain/institution';
import { labelAmong, labelsOf } from '../src/domain/institution-labels';
import { type Reading, ambiguous, understood, unclear } from '../src/domain/reading';
import type { Visitor, World } from '../src/ports';
import type { Choice, Step } from '../src/scene';

/** What forms of the office about one institution need to know. */
export interface ReachFacts {
  readonly institutions: readonly Institution[];
}

/** The institutions of the visitor's office, in the order of their names; their own ones do not count. */
export const institutionsOfOffice = (
  world: World,
  { reach }: Visitor,
): Promise<readonly Institution[]> => world.institutions.within({ ...reach, institutions: [] });

/** Asks an officer which institution it is about: by button, page by page, or by typing a part of its name. */
export const institutionInReach: Step<Institution, ReachFacts> = {
  label: 'BLK',
  ask: 'Untuk BLK yang mana? Silakan pilih, atau ketik sebagian namanya.',
  choices: ({ facts }) => institutionChoices(facts.institutions),
  read: (said, { facts }) => findInstitution(said, facts.institutions),
  keep: ({ id }) => id,
  show: (one, { facts }) => labelAmong(one, facts.institutions),
};

/** Institutions as choices, each told from the others; `all` are those it may be taken for. */
export function institutionChoices(
  institutions: readonly Institution[],
  all = institutions,
): readonly Choice[] {
  const labels = labelsOf(all);
  return institutions.map(({ id, name }) => ({ label: labels.get(id) ?? name, says: id }));
}

/** Finds an institution by id, or by a part of its name, village or district; several are offered. */
export function findInstitution(said: string, all: readonly Institution[]): Reading<Institution> {
  const words = said.trim().toLowerCase();
  const exact = all.find((one) => isCalled(one, said.trim()));
  if (exact) return understood(exact);
  const fitting = all.filter((one) => wordsOf(one).includes(words));
  const [only, other] = fitting;
  if (only && !other) return understood(only);
  return only
    ? ambiguous(
        `Ada ${fitting.length} BLK yang cocok. Silakan pilih, atau ketik namanya lebih lengkap.`,
        institutionChoices(fitting, all),
      )
    : unclear(
        'Mohon maaf, BLK itu belum kami temukan. Silakan pilih dari tombol, atau ketik nama lain, misalnya: Bina Iman.',
      );
}

const wordsOf = ({ name, district, village = '' }: Institution): string =>
  [name, district, village].join(' ').toLowerCase();
