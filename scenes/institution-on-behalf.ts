import { type Reading, understood, unclear } from '../src/domain/reading';
import type { Visitor, World } from '../src/ports';
import { type ReachFacts, institutionsOfOffice } from './institution-in-reach';

/** Finds the institutions an officer may enter something for; none is said kindly. */
export async function prepareOnBehalf(
  world: World,
  visitor: Visitor,
): Promise<Reading<ReachFacts>> {
  const institutions = await institutionsOfOffice(world, visitor);
  return institutions.length === 0
    ? unclear('Mohon maaf, belum ada BLK dalam wilayah tugas Anda.')
    : understood({ institutions });
}
