import { type Institution, shortName } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import type { Visitor, World } from '../src/ports';
import { type Refusal, opens, refused } from '../src/scene';
import { isolated } from '../src/domain/isolated';

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

/** The button that opens an institution. */
export const look = (institution: Institution) => [
  [{ label: `Buka ${shortName(institution)}`, data: opens('blk', institution.id) }],
];

/** What an officer hears who wants to change something of one that is looked after no longer. */
export const archivedNow = (institution: Institution): Refusal =>
  refused(
    `${shortName(institution)} sedang diarsipkan, jadi belum ada yang dapat diubah. Bila perlu, silakan buka halamannya dan aktifkan kembali.`,
    look(institution),
  );

/** What is said to whoever was still writing about a duplicate when it was merged. */
export const mergedMeanwhile = (survivor: Institution): Refusal =>
  refused(
    `Lembaga ini sudah digabungkan ke ${isolated(survivor.name)}, jadi isian tadi kami tutup dan tidak ada yang berubah. Silakan buka /blk ${survivor.id}.`,
    look(survivor),
  );

/** What is said when an institution is not there, or not within reach. */
export const notInReach =
  'Mohon maaf, lembaga itu tidak ditemukan atau di luar wilayah tugas Anda. Silakan lihat daftarnya di /blk.';
