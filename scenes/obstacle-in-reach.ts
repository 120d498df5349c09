import { nameOf } from '../src/board/name-of';
import type { Hindered } from '../src/board/obstacle-messages';
import { looksLikeFormId } from '../src/domain/form-id';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { type Reach, ownInstitutions } from '../src/domain/rights';
import type { Visitor, World } from '../src/ports';
import { noteRefusal } from './note-refusal';

/** Finds an obstacle by its id within a reach; asking for any other is written down. */
export async function findObstacle(
  id: string,
  reach: Reach,
  world: World,
  visitor: Visitor,
): Promise<Hindered | undefined> {
  const obstacle = looksLikeFormId(id) ? await world.obstacles.one(id) : undefined;
  const institution = obstacle && (await world.institutions.one(obstacle.institution, reach));
  if (institution) return { obstacle, institution };
  await noteRefusal(`obstacle ${id.slice(0, 20)}`, world, visitor);
  return undefined;
}

/** What an officer may see of obstacles: those of the office, not of a centre they run. */
export const officeReach = ({ reach }: Visitor): Reach => ({ ...reach, institutions: [] });

const ownReach = ({ person }: Visitor): Reach => ({
  institutions: ownInstitutions(person),
  regencies: [],
});

/** What is said when an obstacle is not there, or not within reach. */
export const obstacleNotThere = 'Mohon maaf, kendala itu tidak ditemukan atau bukan untuk Anda.';

/** What is said when an obstacle was closed before. */
export const alreadyClosed =
  'Terima kasih, kendala ini sudah ditutup. Bila masih ada kendala, silakan sampaikan lewat /kendala.';

/** Finds the open obstacle of one's own centre that a button names. */
export async function prepareOwnObstacle(
  world: World,
  visitor: Visitor,
  id: string,
): Promise<Reading<Hindered>> {
  const found = await findObstacle(id, ownReach(visitor), world, visitor);
  if (!found) return unclear(obstacleNotThere);
  return found.obstacle.closedAt ? unclear(alreadyClosed) : understood(found);
}

/**
 * Finds the open obstacle that a button names and this officer takes care of.
 *
 * One that this very officer closed may be the same form, sent a second time after a crash: that is
 * for the one who finishes the form to say.
 */
export async function prepareTakenObstacle(
  world: World,
  visitor: Visitor,
  id: string,
): Promise<Reading<Hindered>> {
  const found = await findObstacle(id, officeReach(visitor), world, visitor);
  if (!found) return unclear(obstacleNotThere);
  const { closing, handledBy } = found.obstacle;
  if (closing && closing.by !== visitor.person?.id)
    return unclear('Terima kasih, kendala ini sudah ditutup.');
  if (handledBy === undefined)
    return unclear('Mohon ketuk Saya tangani lebih dahulu, lewat /kendala.');
  return handledBy === visitor.person?.id
    ? understood(found)
    : unclear(
        `Kendala ini sedang ditangani ${await nameOf(handledBy, world, 'petugas lain')}. Silakan lihat di /kendala.`,
      );
}
