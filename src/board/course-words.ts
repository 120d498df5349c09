import { type Course, courseStateLabels, graduateKinds } from '../domain/course';
import { longDay, shortDay } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import { type Html, bold, html, italic } from '../html';
import { isolated } from '../domain/isolated';

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
    ...graduateLines(course),
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

/** A course in a few words, as a button says it: '1 Des · Desain grafis'. */
export const courseLabel = ({ startsOn, title }: Course): string =>
  `${shortDay(startsOn)} · ${isolated(title)}`;
