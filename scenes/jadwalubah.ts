import { changeCourse } from '../src/board/change-course';
import { courseTitle } from '../src/board/course-words';
import type { Institution } from '../src/domain/institution';
import { understood } from '../src/domain/reading';
import { html, plain } from '../src/html';
import { type Foregone, defineForm, opens } from '../src/scene';
import { courseMovedOn, prepareCourse } from './course-in-reach';
import { type CourseFacts, courseSteps, planFrom } from './course-steps';

type ChangeFacts = Required<CourseFacts> & { readonly institution: Institution };

/** Changes a plan; it opens at the summary with the old answers, and waits for approval again. */
export const jadwalubah = defineForm({
  command: 'jadwalubah',
  about: 'Mengubah rencana pelatihan',
  title: 'Ubah rencana pelatihan',
  unlisted: true,
  for: ['manager'],
  prepare: async (world, visitor, seen) => {
    const found = await prepareCourse(seen, 'change', world, visitor);
    return found.ok
      ? understood({ ...found.value, institutions: [found.value.institution] })
      : found;
  },
  given: ({ course }: ChangeFacts): Readonly<Record<string, Foregone>> => ({
    ...{ title: course.title, startsOn: course.startsOn, endsOn: course.endsOn },
    ...{ quota: String(course.quota), conditions: course.conditions },
    contact: course.contact ?? { skipped: true },
  }),
  preface: (facts) => html`Pelatihan ${courseTitle(facts)}`,
  steps: courseSteps,

  async finish({ id, answers, facts, visitor, world }) {
    const doing = { id, does: 'change', plan: planFrom(answers) } as const;
    const done = await changeCourse(facts, doing, visitor, world);
    const buttons = [[{ label: 'Lihat pelatihan', data: opens('jadwal', done.course.id) }]];
    if (done.is === 'overtaken')
      return { text: plain(await courseMovedOn(done.course, world)), buttons };
    const title = courseTitle({ ...facts, course: done.course });
    return {
      text: html`Terima kasih, rencana pelatihan ${title} sudah diubah. Petugas akan memeriksanya
      lagi.`,
      buttons,
    };
  },
});
