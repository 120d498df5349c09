import { isOfOffice } from '../src/domain/checklist';
import { type Reading, unclear } from '../src/domain/reading';
import type { Visitor, World } from '../src/ports';
import { type StepInView, prepareOfficeStep } from './step-in-view';

/** Finds a step for an officer; what the office does itself no centre tells of, and goes back to nobody. */
export async function prepareCentreStep(
  world: World,
  visitor: Visitor,
  argument: string,
): Promise<Reading<StepInView>> {
  const found = await prepareOfficeStep(world, visitor, argument);
  return found.ok && isOfOffice(found.value.step)
    ? unclear('Langkah itu dikerjakan petugas sendiri. Silakan lihat /progres.')
    : found;
}
