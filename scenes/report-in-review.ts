import { nameOf } from '../src/board/name-of';
import { reviewLabels } from '../src/domain/activity-report';
import { looksLikeFormId } from '../src/domain/form-id';
import type { Institution } from '../src/domain/institution';
import { type KeptReport, type ReviewMove, mayBeDone } from '../src/domain/review';
import type { Visitor, World } from '../src/ports';
import { noteRefusal } from './note-refusal';

/** A report that something is to be done with, and the institution it belongs to. */
export interface InReview {
  readonly report: KeptReport;
  readonly institution: Institution;
}

/** Finds a report by its id among institutions; asking for any other is written down. */
export async function findReport(
  id: string,
  institutions: readonly Institution[],
  world: World,
  visitor: Visitor,
): Promise<InReview | undefined> {
  const ids = institutions.map((one) => one.id);
  const report = looksLikeFormId(id) ? await world.reviews.one(id, ids) : undefined;
  const institution = institutions.find((one) => one.id === report?.institution);
  if (report && institution) return { report, institution };
  await noteRefusal(`report ${id.slice(0, 20)}`, world, visitor);
  return undefined;
}

/** What a button says of a report as it was when the button was shown: 'ABCDEFGH01.2'. */
export const asSeen = ({ id, changes }: KeptReport): string => `${id}.${changes.length}`;

interface Wanted {
  /** As a button says it. */
  readonly seen: string;
  readonly does: ReviewMove;
  readonly institutions: readonly Institution[];
}

/** Whether it can still be done with the report. */
export type Prepared =
  ({ readonly is: 'ready' | 'overtaken' } & InReview) | { readonly is: 'missing' };

/**
 * Finds the report a button names, and whether it can still be done: if nothing was done with it since the button was shown.
 *
 * What this very person did since may be the same form, sent a second time after a crash: that is
 * for the one who finishes the form to say.
 */
export async function prepareReview(
  { seen, does, institutions }: Wanted,
  world: World,
  visitor: Visitor,
): Promise<Prepared> {
  const [id = '', revision = ''] = seen.split('.');
  const found = await findReport(id, institutions, world, visitor);
  if (!found) return { is: 'missing' };
  const { changes, review } = found.report;
  const isReady =
    isOwnRepeat(found.report, Number(revision), does, visitor) ||
    (String(changes.length) === revision && mayBeDone(does, review));
  return { is: isReady ? 'ready' : 'overtaken', ...found };
}

function isOwnRepeat(
  { changes }: KeptReport,
  revision: number,
  does: ReviewMove,
  { person }: Visitor,
): boolean {
  const next = changes[revision];
  return changes.length === revision + 1 && next?.does === does && next.by === person?.id;
}

/** What is said when a report is not there, or not within reach. */
export const notThere =
  'Mohon maaf, laporan itu tidak ditemukan atau di luar wilayah tugas Anda. Silakan lihat daftarnya di /periksa.';

/** Says who was faster, and where the report stands now. */
export async function overtakenWords(
  { changes, review }: KeptReport,
  world: World,
): Promise<string> {
  const last = changes.at(-1);
  if (!last) return 'Mohon maaf, tombol ini tidak berlaku untuk laporan itu.';
  const who = await nameOf(last.by, world, 'petugas lain');
  return last.does === 'correct'
    ? `Laporan ini baru saja diperbaiki ${who}. Mohon diperiksa lagi isinya yang baru.`
    : `Laporan ini sudah ditangani ${who}: ${reviewLabels[review].toLowerCase()}.`;
}
