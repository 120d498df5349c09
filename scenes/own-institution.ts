import { type Institution, isCalled, shortName } from '../src/domain/institution';
import { labelAmong } from '../src/domain/institution-labels';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { ownInstitutions } from '../src/domain/rights';
import type { Visitor, World } from '../src/ports';
import { type Step, onlyWhen } from '../src/scene';
import { institutionChoices } from './institution-in-reach';

/** What forms about one's own institution need to know. */
export interface OwnFacts {
  readonly institutions: readonly Institution[];
}

/** Finds the institutions the visitor runs; none is said kindly. */
export async function prepareOwn(world: World, visitor: Visitor): Promise<Reading<OwnFacts>> {
  const institutions = await institutionsOf(world, visitor);
  return institutions.length === 0
    ? unclear(await whyNoInstitution(world, visitor))
    : understood({ institutions });
}

/** Why somebody has no institution to speak for: none was given to them, or it is looked after no longer. */
export async function whyNoInstitution(world: World, { person }: Visitor): Promise<string> {
  const reach = { institutions: ownInstitutions(person), regencies: [] };
  const all = await Promise.all(reach.institutions.map((id) => world.institutions.one(id, reach)));
  const archived = all.filter((one) => one?.archivedAt !== undefined);
  const names = archived.flatMap((one) => (one ? `BLK ${shortName(one)}` : []));
  return names.length === 0
    ? 'Mohon maaf, akun Anda belum terhubung dengan BLK. Silakan minta undangan kepada petugas dinas.'
    : `Mohon maaf, pendampingan ${[...new Set(names)].join(' dan ')} sedang dihentikan, jadi kabar baru belum dapat dikirim. Laporan yang lalu tetap tersimpan di /riwayat. Bila ada yang keliru, silakan hubungi petugas dinas.`;
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
  choices: ({ facts }) => institutionChoices(facts.institutions),
  read: (said, { facts }) => {
    const chosen = facts.institutions.find((one) => isCalled(one, said));
    return chosen
      ? understood(chosen)
      : unclear('Mohon maaf, BLK itu belum kami temukan. Silakan pilih dari tombol di bawah ini.');
  },
  keep: ({ id }) => id,
  show: (one, { facts }) => labelAmong(one, facts.institutions),
});

/** The institution it is about: the one chosen, or the only one there is. */
export function chosenInstitution(answer: Institution | undefined, facts: OwnFacts): Institution {
  const institution = answer ?? facts.institutions[0];
  if (!institution) throw new Error('A form about an institution was finished without one');
  return institution;
}
