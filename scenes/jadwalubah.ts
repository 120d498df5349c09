import { changeCourse } from '../src/board/change-course';
import { courseTitle } from '../src/board/course-words';
import { asAnnounced, isSamePlan } from '../src/domain/course';
import type { Institution } from '../src/domain/institution';
import { understood } from '../src/domain/reading';
import { html, lines, plain } from '../src/html';
import { type Foregone, defineForm, opens } from '../src/scene';
import { courseMovedOn, prepareCourse } from './course-in-reach';
import { type CourseFacts, courseSteps, planFrom } from './course-steps';

type ChangeFacts = Required<CourseFacts> & { readonly institution: Institution };

/**
 * Changes a plan; it opens at the summary with the old answers, and waits for approval again.
 *
 * The version approved last stays what everybody sees until the new one is approved.
 */
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
  preface: (facts) =>
    lines(
      html`Pelatihan ${courseTitle(facts)}`,
      asAnnounced(facts.course) && `Perubahan diperiksa petugas dahulu. ${stillSeen}`,
    ),
  steps: courseSteps,

  async finish({ id, answers, facts, visitor, world }) {
    const { course: seen } = facts;
    const plan = planFrom(answers);
    const buttons = [[{ label: 'Lihat pelatihan', data: opens('jadwal', seen.id) }]];
    // After a crash the plan may say so because this very form was sent already.
    const isRepeat = seen.changes.some((change) => change.id === id);
    if (!isRepeat && isSamePlan(seen, plan))
      return {
        text: lines(nothingChanged, seen.state === 'returned' ? asNoted : undefined),
        buttons,
      };
    const done = await changeCourse(facts, { id, does: 'change', plan }, visitor, world);
    if (done.is === 'overtaken')
      return { text: plain(await courseMovedOn(done.course, world)), buttons };
    const title = courseTitle({ ...facts, course: done.course });
    return {
      text: lines(
        html`Terima kasih, rencana pelatihan ${title} sudah diubah. Petugas akan memeriksanya lagi.`,
        asAnnounced(done.course) && stillSeen,
      ),
      buttons,
    };
  },
});

const stillSeen =
  'Sampai perubahan disetujui, umum tetap melihat yang disetujui terakhir di /info.';

const nothingChanged =
  'Tidak ada yang berubah pada rencana pelatihan ini, jadi tidak ada yang kami kirim kepada petugas.';

const asNoted = 'Bila sudah sempat, silakan lengkapi sesuai catatan petugas.';
