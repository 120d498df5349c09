import { type Institution, isCalled, shortName } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { ownInstitutions } from '../src/domain/rights';
import type { Visitor, World } from '../src/ports';
import { type Step, onlyWhen } from '../src/scene';

/** What forms about one's own institution need to know. */
export interface OwnFacts {
  readonly institutions: readonly Institution[];
}

/** Finds the institutions the visitor runs; none is said kindly. */
export async function prepareOwn(world: World, visitor: Visitor): Promise<Reading<OwnFacts>> {
  const institutions = await institutionsOf(world, visitor);
  return institutions.length === 0
    ? unclear(
        'Mohon maaf, akun Anda belum terhubung dengan BLK. Silakan minta undangan kepada petugas dinas.',
      )
    : understood({ institutions });
}

/** The institutions the visitor runs, in the order of their names. */
export const institutionsOf = (world: World, visitor: Visitor): Promise<readonly Institution[]> =>
  world.institutions.within({ institutions: ownInstitutions(visitor.person), regencies: [] });

/** Asks which institution it is about, only of those who run more than one. */
export const whichInstitution: Step<Institution | undefined, OwnFacts> = onlyWhen<
  Institution,
  OwnFacts
>(({ facts }) => facts.institutions.length > 1, {
  label: 'BLK',
  ask: 'Ini tentang BLK yang mana?',
  choices: ({ facts }) =>
    facts.institutions.map((one) => ({ label: shortName(one), says: one.id })),
  read: (said, { facts }) => {
    const chosen = facts.institutions.find((one) => isCalled(one, said));
    return chosen
      ? understood(chosen)
      : unclear('Mohon maaf, BLK itu belum kami temukan. Silakan pilih dari tombol di bawah ini.');
  },
  keep: ({ id }) => id,
  show: shortName,
});

/** The institution it is about: the one chosen, or the only one there is. */
export function chosenInstitution(answer: Institution | undefined, facts: OwnFacts): Institution {
  const institution = answer ?? facts.institutions[0];
  if (!institution) throw new Error('A form about an institution was finished without one');
  return institution;
}
