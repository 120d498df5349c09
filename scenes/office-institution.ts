import type { Institution } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import type { Visitor, World } from '../src/ports';

/** What a form about one institution of the office knows. */
export interface OfficeFacts {
  readonly institution: Institution;
}

/** One institution of the visitor's office by its id; one's own centre is not enough. */
export const officeInstitution = (
  id: string,
  world: World,
  { reach }: Visitor,
): Promise<Institution | undefined> => world.institutions.one(id, { ...reach, institutions: [] });

/** Finds the institution a button names; the same words whether it is unknown or out of scope. */
export async function prepareOffice(
  world: World,
  visitor: Visitor,
  id: string,
): Promise<Reading<OfficeFacts>> {
  const institution = await officeInstitution(id, world, visitor);
  return institution ? understood({ institution }) : unclear(notInReach);
}

/** What is said to whoever was still writing about a duplicate when it was merged. */
export const mergedMeanwhile = ({ id, name }: Institution): string =>
  `Lembaga ini sudah digabungkan ke ${name}, jadi isian tadi kami tutup dan tidak ada yang berubah. Silakan buka /blk ${id}.`;

/** What is said when an institution is not there, or not within reach. */
export const notInReach =
  'Mohon maaf, lembaga itu tidak ditemukan atau di luar wilayah tugas Anda. Silakan lihat daftarnya di /blk.';
