import { type Course, asAnnounced, courseStateLabels, graduateKinds } from '../domain/course';
import type { Day } from '../domain/day';
import { longDay, shortDay } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import { type Html, bold, html, italic } from '../html';
import { isolated } from '../domain/isolated';
import { courseDates } from './public-words';

/** A planned course and whose it is. */
export interface Planned {
  readonly course: Course;
  readonly institution: Institution;
}

/** Names a course in a sentence. */
export const courseTitle = ({ course, institution }: Planned): Html =>
  html`${bold(course.title)} di BLK ${bold(shortName(institution))}`;

/** Everything that is known of a plan, as lines. */
export function courseLines({ course, institution }: Planned): readonly Html[] {
  const { title, startsOn, endsOn, quota, conditions, contact, state, changes } = course;
  const note = changes.findLast((change) => change.does === 'return')?.note;
  return [
    bold(title),
    html`BLK: ${shortName(institution)}`,
    startsOn === endsOn
      ? html`Tanggal: ${longDay(startsOn)}`
      : html`Tanggal: ${longDay(startsOn)} sampai ${longDay(endsOn)}`,
    html`Kuota: ${quota} orang`,
    html`Syarat: ${conditions}`,
    ...(contact === undefined ? [] : [html`Narahubung: ${contact}`]),
    html`Status: ${bold(courseStateLabels[state])}`,
    ...(state === 'returned' && note !== undefined ? [html`Catatan petugas: ${italic(note)}`] : []),
    ...stillAnnounced(course),
    ...graduateLines(course),
  ];
}

/** What everybody sees of a plan until the change of it is approved. */
function stillAnnounced(course: Course): readonly Html[] {
  const seen = course.state === 'approved' ? undefined : asAnnounced(course);
  if (!seen) return [];
  return [
    html`Yang dilihat umum sampai perubahan disetujui: ${bold(seen.title)}, ${courseDates(seen)},
    kuota ${seen.quota} orang`,
  ];
}

/** What became of those who took part, once it is known. */
function graduateLines({ graduates }: Course): readonly Html[] {
  if (!graduates) return [];
  const counts = Object.entries(graduateKinds).map(
    ([kind, label]) => `${label.toLowerCase()} ${graduates[kind as keyof typeof graduateKinds]}`,
  );
  return [html`Kabar lulusan: ${counts.join(', ')}`];
}

/** Marks a course that has begun on the lists that everybody sees. */
export const runningMark = ({ startsOn }: Course, today: Day): string =>
  startsOn < today ? ' · sedang berjalan' : '';

/** A course in a few words, as a button says it: '1 Des · Desain grafis'. */
export const courseLabel = ({ startsOn, title }: Course): string =>
  `${shortDay(startsOn)} · ${isolated(title)}`;
