import { type Registering, registrationOf } from '../src/board/registration-of';
import { stepTitle } from '../src/board/registration-words';
import { type ChecklistStep, stepIn } from '../src/domain/checklist';
import { type Institution, shortName } from '../src/domain/institution';
import type { StepFacts } from '../src/domain/registration';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { ownInstitutions } from '../src/domain/rights';
import { type Html, bold, html } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { officeInstitution } from './office-institution';

/** A step as somebody sees it before they change it. */
export interface StepInView {
  readonly registering: Registering;
  readonly step: ChecklistStep;
  /** The revision on the button, which the change is made upon. */
  readonly revision: number;
  /** What else the button says. */
  readonly more: string;
}

/** Finds the institution whose registration a visitor may look at: their own, or one of their office. */
export type FindInstitution = (
  id: string,
  world: World,
  visitor: Visitor,
) => Promise<Institution | undefined>;

/** One of the institutions the visitor runs. */
export const ownInstitution: FindInstitution = (id, world, { person }) => {
  const own = ownInstitutions(person).filter((one) => one === id);
  return world.institutions.one(id, { institutions: own, regencies: [] });
};

/** Prepares a form on the step a button names: `institution.step.revision.more`. */
export const prepareStep =
  (find: FindInstitution) =>
  async (world: World, visitor: Visitor, argument: string): Promise<Reading<StepInView>> => {
    const [id = '', stepId = '', revision = '', more = ''] = argument.split('.');
    const institution = await find(id, world, visitor);
    if (!institution) {
      await noteRefusal(id, world, visitor);
      return unclear(notYours);
    }
    const registering = await registrationOf(institution, world);
    const step = stepIn(registering.checklist, stepId)?.step;
    if (!step || !/^\d{1,4}$/u.test(revision))
      return unclear(
        'Mohon maaf, langkah itu sudah tidak ada dalam daftar. Silakan ketik /progres.',
      );
    return understood({ registering, step, revision: Number(revision), more });
  };

export const prepareOwnStep = prepareStep(ownInstitution);
export const prepareOfficeStep = prepareStep(officeInstitution);

/** Says above every question which step of which centre it is about. */
export const stepPreface = ({ registering, step }: StepInView): Html =>
  html`${bold(stepTitle(step))} · BLK ${shortName(registering.institution)}`;

/** The same words whether an institution is not there or not within reach. */
export const notYours =
  'Mohon maaf, BLK itu tidak ditemukan atau di luar wilayah Anda. Silakan ketik /progres.';

/** Written once a day for each institution somebody asks for in vain. */
export const noteRefusal = (
  id: string,
  { audit }: World,
  { person, now, today }: Visitor,
): Promise<void> => {
  const who = person?.id ?? 'stranger';
  const what = `registration of ${id.slice(0, 32)}`;
  return audit.note({ id: `refused:${who}:${what}:${today}`, who, did: 'refused', what, at: now });
};

/** What a step has written down at the moment. */
export function factsOf({
  registering,
  step,
}: Pick<StepInView, 'registering' | 'step'>): StepFacts {
  const { number, on, validUntil } = registering.registration.steps[step.id] ?? {};
  return {
    ...(number !== undefined && { number }),
    ...(on !== undefined && { on }),
    ...(validUntil !== undefined && { validUntil }),
  };
}

/** The revision of a step now. */
export const revisionOf = ({ registration }: Registering, { id }: ChecklistStep): number =>
  registration.steps[id]?.revision ?? 0;
