import { asCancelled } from '../domain/course';
import { addDays, startOfDay } from '../domain/day';
import { type Interest, aboutInterest } from '../domain/interest';
import { html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { Card } from '../talk';
import { type Planned, courseTitle } from './course-words';
import { courseDates } from './public-words';

/** Tells everybody whose interest in a course is still kept, once, that it was cancelled. */
export async function tellOfCancelling(
  { course: kept, institution }: Planned,
  { interests }: Pick<World, 'interests'>,
  at: Date,
): Promise<readonly OutgoingRow[]> {
  const course = asCancelled(kept);
  if (!course) return [];
  const interested = await interests.inCourse(institution.id, course.id);
  const card = cancelledCard({ course, institution });
  return newestOfEach(interested).map(({ id, telegramId }) => ({
    ...{ key: `course:${course.id}:cancelled:${id}`, kind: 'interest' },
    ...{ because: 'pelatihan yang diminati dibatalkan', about: aboutInterest(telegramId) },
    ...{ chat: telegramId, at, within: 'managers', act: { do: 'say', card } },
    lapsesAt: startOfDay(addDays(course.endsOn, 1), institution.zone),
  }));
}

/** Somebody may have said it again after a while. */
const newestOfEach = (interests: readonly Interest[]): readonly Interest[] =>
  interests.filter(
    ({ telegramId }, n) => interests.findIndex((one) => one.telegramId === telegramId) === n,
  );

const cancelledCard = (planned: Planned): Card => ({
  text: lines(
    html`Mohon maaf, pelatihan ${courseTitle(planned)}, ${courseDates(planned.course)}, yang Anda
    minati dibatalkan.`,
    'Silakan lihat pelatihan berikutnya.',
  ),
  buttons: [[{ label: 'Pelatihan berikutnya', data: `info:.k${planned.course.id}` }]],
});
