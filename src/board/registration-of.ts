import type { Checklist, RegistrationPath } from '../domain/checklist';
import { fittedRegistration } from '../domain/fitted-registration';
import type { Institution } from '../domain/institution';
import { type Registration, blankRegistration, pathOf } from '../domain/registration';
import type { World } from '../ports';

/** The registration of an institution beside the checklist it follows. */
export interface Registering {
  readonly institution: Institution;
  readonly checklist: Checklist;
  readonly registration: Registration;
  readonly path: RegistrationPath;
}

type Kept = Pick<World, 'registrations' | 'checklists'>;

/** The registration of an institution, fitted to the checklist in force; what had to change is kept. */
export async function registrationOf(institution: Institution, world: Kept): Promise<Registering> {
  const checklist = await world.checklists.current();
  for (;;) {
    const kept = await world.registrations.of(institution.id);
    const registration = kept ?? blankRegistration(institution.id, checklist.version);
    const fitted = fittedRegistration(registration, checklist);
    const isKept =
      fitted === registration || (await world.registrations.refit(registration, fitted));
    if (isKept && fitted === registration) return registering(institution, checklist, fitted);
    // Read again what was written, by this process or by another that was first.
  }
}

/** The registrations of several institutions, without keeping what had to change. */
export async function registrationsOf(
  institutions: readonly Institution[],
  world: Kept,
): Promise<readonly Registering[]> {
  const [checklist, begun] = await Promise.all([
    world.checklists.current(),
    world.registrations.among(institutions.map(({ id }) => id)),
  ]);
  const kept = new Map(begun.map((one) => [one.institution, one]));
  return institutions.map((institution) => {
    const one = kept.get(institution.id) ?? blankRegistration(institution.id, checklist.version);
    return registering(institution, checklist, fittedRegistration(one, checklist));
  });
}

const registering = (
  institution: Institution,
  checklist: Checklist,
  registration: Registration,
): Registering => ({
  institution,
  checklist,
  registration,
  path: pathOf(registration, institution),
});
