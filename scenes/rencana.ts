import { tellPlanned } from '../src/board/course-messages';
import { readLater } from '../src/board/office-reading';
import { courseLines } from '../src/board/course-words';
import type { Course } from '../src/domain/course';
import { lines } from '../src/html';
import { defineForm, opens } from '../src/scene';
import { courseSteps, planFrom } from './course-steps';
import { chosenInstitution, prepareOwn, whichInstitution } from './own-institution';

/** Plans a course of one's own centre; officers are told, and everybody sees it once one approves. */
export const rencana = defineForm({
  command: 'rencana',
  about: 'Rencanakan pelatihan',
  title: 'Rencana pelatihan',
  unlisted: true,
  for: ['manager'],
  prepare: prepareOwn,
  steps: { institution: whichInstitution, ...courseSteps },

  async finish({ id, answers, facts, visitor, world }) {
    const institution = chosenInstitution(answers.institution, facts);
    const by = visitor.person?.id ?? '';
    const course: Course = {
      ...{ id, institution: institution.id, ...planFrom(answers) },
      ...{ plannedBy: by, plannedAt: visitor.now, state: 'waiting', changes: [] },
    };
    await world.courses.add(course);
    const what = `plan course ${id}`;
    await world.audit.note({ id: `planned:${id}`, who: by, did: 'planned', what, at: visitor.now });
    await world.appointments.hurry('courses', institution.id, visitor.now);
    const planned = { course, institution };
    await world.outbox.put(await tellPlanned(planned, world, visitor.now));
    return {
      text: lines(
        'Terima kasih, rencana pelatihannya sudah kami terima. ✅',
        'Petugas akan memeriksanya; setelah disetujui, pelatihan ini dapat dilihat umum.',
        await readLater(world, visitor.now),
        '',
        ...courseLines(planned),
      ),
      buttons: [
        [
          { label: 'Lihat jadwal', data: opens('jadwal') },
          { label: 'Rencanakan lagi', data: opens('rencana') },
        ],
      ],
    };
  },
});
