import { type Course, type CourseChange, asAnnounced } from '../domain/course';
import { longDay } from '../domain/indonesian-dates';
import { type Html, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import { type Planned, courseTitle } from './course-words';
import { nameOf } from './name-of';
import { recipientOf } from './recipient-of';
import { staffFor } from './staff-for';
import { toStaff } from './to-staff';

/** The subject of what officers are asked about a plan; taken back once it is decided or cancelled. */
export const planAbout = (id: string): string => `course-plan:${id}`;

/** Tells the officers in scope that a course is planned, so that one of them approves it. */
export const tellPlanned = (
  planned: Planned,
  world: World,
  now: Date,
): Promise<readonly OutgoingRow[]> =>
  tellOffice(
    planned,
    {
      ...{ key: `course:${planned.course.id}:planned`, because: 'pelatihan direncanakan', at: now },
      about: planAbout(planned.course.id),
    },
    html`🗓 Rencana pelatihan baru: ${courseTitle(planned)}, mulai
    ${longDay(planned.course.startsOn)}. Mohon diperiksa.`,
    world,
  );

/** Tells the other side what was done with a plan. */
export function tellOfCourse(
  planned: Planned,
  change: CourseChange,
  world: World,
): Promise<readonly OutgoingRow[]> {
  const words = forOffice(planned, change);
  if (!words) return tellCentre(planned, change, world);
  const { at } = change;
  const told = {
    ...{ key: keyOf(planned.course, change), because: 'rencana pelatihan berubah', at },
    ...(change.does === 'change' && { about: planAbout(planned.course.id) }),
  };
  return tellOffice(planned, told, words, world);
}

const keyOf = ({ id }: Course, change: CourseChange) => `course:${id}:${change.id}`;

function forOffice(planned: Planned, { does }: CourseChange): Html | undefined {
  if (does === 'change')
    return lines(
      html`🗓 Rencana pelatihan ${courseTitle(planned)} diubah dan mohon diperiksa lagi.`,
      asAnnounced(planned.course) &&
        'Sampai disetujui, umum masih melihat yang disetujui terakhir.',
    );
  return does === 'cancel'
    ? html`🗓 Rencana pelatihan ${courseTitle(planned)} dibatalkan oleh BLK.`
    : undefined;
}

async function tellOffice(
  { course, institution }: Planned,
  { at, ...told }: { key: string; because: string; at: Date; about?: string },
  text: Html,
  world: World,
): Promise<readonly OutgoingRow[]> {
  const officers = await staffFor(institution, 'officer', world);
  const buttons = [[{ label: 'Lihat rencana', data: `jadwal:${course.id}` }]];
  return toStaff(officers, { ...told, kind: 'task', card: { text, buttons } }, world, at);
}

/** An answer to a plan goes at once, to who made it. */
async function tellCentre(
  planned: Planned,
  change: CourseChange,
  world: World,
): Promise<readonly OutgoingRow[]> {
  const { course, institution } = planned;
  const contact = await recipientOf(institution.id, course.plannedBy, world);
  if (!contact) return [];
  const officer = await nameOf(change.by, world, 'petugas dinas');
  const see = { label: 'Lihat jadwal', data: `jadwal:${course.id}` };
  const correct = { label: 'Ubah', data: `jadwalubah:${course.id}.${course.changes.length}` };
  const card = {
    text: decided(planned, change, officer),
    buttons: [change.does === 'return' ? [correct, see] : [see]],
  };
  return [
    {
      ...{ key: keyOf(course, change), kind: 'answer', because: 'rencana pelatihan diperiksa' },
      ...{ chat: contact.chat, person: contact.person.id, at: change.at },
      act: { do: 'say', card },
    },
  ];
}

const decided = (planned: Planned, { does, note }: CourseChange, officer: string): Html =>
  does === 'approve'
    ? html`Alhamdulillah, rencana pelatihan ${courseTitle(planned)} disetujui ${officer}. ✅`
    : lines(
        html`Rencana pelatihan ${courseTitle(planned)} mohon dilengkapi.`,
        html`Catatan ${officer}: ${note ?? '–'}`,
      );
