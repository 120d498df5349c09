import { type Planned, courseTitle } from '../src/board/course-words';
import { graduateKinds, graduatesCounted, isOver } from '../src/domain/course';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readCount } from '../src/domain/reading-count';
import { ownInstitutions } from '../src/domain/rights';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Asking, type Step, defineForm, opens } from '../src/scene';
import { courseNotThere, findCourse } from './course-in-reach';

const alreadyKnown = 'Terima kasih, kabar lulusan pelatihan ini sudah kami terima.';

async function prepare(world: World, visitor: Visitor, id: string): Promise<Reading<Planned>> {
  const found = await findCourse(id, world, visitor);
  if (!found || !ownInstitutions(visitor.person).includes(found.institution.id))
    return unclear(courseNotThere);
  const { course } = found;
  if (!isOver(course, visitor.today))
    return unclear('Pelatihan ini belum selesai. Kabar lulusannya kami tanyakan sesudahnya.');
  // One's own answer may be the same form, sent a second time after a crash.
  const { graduates } = course;
  return graduates && graduates.by !== visitor.person?.id
    ? unclear(alreadyKnown)
    : understood(found);
}

/** Participants of one course; a higher count was mistyped. */
const most = 1000;

const counted = (kind: keyof typeof graduateKinds, ask: string): Step<number, Planned> => ({
  label: graduateKinds[kind],
  ask: `${ask} Contoh: 6.`,
  choices: [{ label: 'Tidak ada', says: '0' }],
  read: (said) => readCount(said, { of: 'jumlah lulusan', max: most, example: 6 }),
  keep: String,
  show: String,
});

const notYet: Step<number, Planned> = {
  ...counted('notYet', 'Berapa yang belum bekerja?'),
  choices: ({ soFar }) =>
    graduatesCounted(soFar) === 0 ? [] : [{ label: 'Tidak ada', says: '0' }],
  read: (said, at: Asking<Planned>) => {
    const reading = readCount(said, { of: 'jumlah lulusan', max: most, example: 6 });
    return reading.ok && graduatesCounted({ ...at.soFar, notYet: reading.value }) === 0
      ? unclear(
          'Mohon maaf, semua jumlahnya masih nol. Bila belum ada kabar sama sekali, silakan ketuk Batal dan isi lain kali.',
        )
      : reading;
  },
};

/** Says once what became of those who took part, as numbers only. */
export const lulusan = defineForm({
  command: 'lulusan',
  about: 'Kabar lulusan pelatihan',
  title: 'Kabar lulusan',
  unlisted: true,
  for: ['manager'],
  prepare,
  preface: (planned: Planned) =>
    lines(
      html`Pelatihan ${courseTitle(planned)}, kuota ${planned.course.quota} orang.`,
      'Cukup jumlahnya, tanpa nama.',
    ),
  steps: {
    working: counted('working', 'Berapa lulusan yang sudah bekerja?'),
    business: counted('business', 'Berapa yang berwirausaha?'),
    study: counted('study', 'Berapa yang melanjutkan sekolah?'),
    notYet,
  },

  async finish({ id, answers, facts, visitor, world }) {
    const graduates = { ...answers, id, by: visitor.person?.id ?? '', at: visitor.now };
    const isKept = await world.courses.keepGraduates(facts.course.id, graduates);
    const buttons = [[{ label: 'Lihat pelatihan', data: opens('jadwal', facts.course.id) }]];
    return isKept
      ? {
          text: html`Terima kasih, kabar ${bold(graduatesCounted(answers))} lulusan pelatihan
          ${courseTitle(facts)} sudah tersimpan. Semoga berkah ilmunya. 🙏`,
          buttons,
        }
      : { text: plain(alreadyKnown), buttons };
  },
});
