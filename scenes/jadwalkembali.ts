import { changeCourse } from '../src/board/change-course';
import { type Planned, courseLines, courseTitle } from '../src/board/course-words';
import { asAnnounced } from '../src/domain/course';
import { readText } from '../src/domain/reading-text';
import { html, lines, plain } from '../src/html';
import { type Step, defineForm, opens } from '../src/scene';
import { courseMovedOn, prepareCourse } from './course-in-reach';

const note: Step<string, Planned> = {
  label: 'Catatan',
  ask: 'Apa yang perlu diperbaiki? Pengelola akan membacanya. Contoh: Mohon syarat usianya ditulis.',
  read: (said) =>
    readText(said, {
      ...{ of: 'catatan', max: 300, min: 3, lines: true },
      example: 'Mohon syarat usianya ditulis',
    }),
};

/** Returns a plan to its centre with what is to be corrected; nobody else sees what is returned. */
export const jadwalkembali = defineForm({
  command: 'jadwalkembali',
  about: 'Mengembalikan rencana pelatihan',
  title: 'Perlu perbaikan',
  unlisted: true,
  for: ['officer'],
  prepare: (world, visitor, seen) => prepareCourse(seen, 'return', world, visitor),
  preface: (planned: Planned) => lines(...courseLines(planned)),
  steps: { note },

  async finish({ id, answers, facts, visitor, world }) {
    const doing = { id, does: 'return', note: answers.note } as const;
    const done = await changeCourse(facts, doing, visitor, world);
    const buttons = [[{ label: 'Semua jadwal', data: opens('jadwal') }]];
    if (done.is === 'overtaken')
      return { text: plain(await courseMovedOn(done.course, world)), buttons };
    return {
      text: lines(
        html`Rencana pelatihan ${courseTitle(facts)} dikembalikan, dan catatan Anda kami sampaikan
        kepada pengelola.`,
        asAnnounced(done.course) && 'Umum tetap melihat yang disetujui terakhir.',
      ),
      buttons,
    };
  },
});
