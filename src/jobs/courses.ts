import { automaticThisMonth } from '../board/automatic-this-month';
import { type Contact } from '../board/contacts-of';
import { courseTitle } from '../board/course-words';
import { recipientOf } from '../board/recipient-of';
import { type Course, graduatesSpan, oldestEndAsked, reminderSpan } from '../domain/course';
import { type CourseQuestion, nextQuestionOn, questionDue } from '../domain/course-question';
import { type Day, addDays, dayAt, startOfDay } from '../domain/day';
import { longDay } from '../domain/indonesian-dates';
import type { Institution } from '../domain/institution';
import { greeting } from '../domain/person';
import type { Policy } from '../domain/policy';
import { html, lines, plain } from '../html';
import type { World } from '../ports';
import type { Card } from '../talk';
import { eachInstitution, gone, institutionAt } from './each-institution';
import type { Job } from './job';

/** Reminds a centre to report a course that is over, and asks once, months later, how its graduates fare. */
export const courses: Job = {
  name: 'courses',
  about: 'menanyakan pelatihan yang sudah selesai',
  scopes: eachInstitution,
  next: (_scope, _world, now) => Promise.resolve(now),
  async run({ scope, world, now }) {
    const institution = await institutionAt(scope, world);
    if (!institution) return gone;
    const today = dayAt(now, institution.zone);
    const [ending, standings, policy] = await Promise.all([
      world.courses.endingFrom(scope, oldestEndAsked(today)),
      world.reports.standings([scope]),
      world.rules.policyOf(institution),
    ]);
    const activities = standings.get(scope)?.activities ?? [];
    const looked: Sent[] = [];
    for (const course of ending) {
      const question = questionDue(course, activities, policy, today);
      const asked = { course, institution, policy, world, now, today };
      if (question) looked.push(await ask(question, asked));
    }
    return {
      did: looked.join(', ') || `nothing is due of ${ending.length}`,
      next: startOfDay(nextLook({ ending, looked, policy, today }), institution.zone),
    };
  },
};

interface Asked {
  readonly course: Course;
  readonly institution: Institution;
  readonly policy: Policy;
  readonly world: World;
  readonly now: Date;
  readonly today: Day;
}

type Sent = 'asked' | 'waits';

/** A course that came from elsewhere, as when institutions are merged, is found within a week. */
const lookEveryDays = 7;

interface Seen {
  readonly ending: readonly Course[];
  readonly looked: readonly Sent[];
  readonly policy: Policy;
  readonly today: Day;
}

function nextLook({ ending, looked, policy, today }: Seen): Day {
  if (looked.includes('waits')) return addDays(today, 1);
  const days = ending.flatMap((course) => nextQuestionOn(course, policy, today) ?? []);
  const [first = today] = [...days, addDays(today, lookEveryDays)].toSorted();
  return first;
}

/** The row's key makes a repeat harmless: the message first, then the note that it was sent. */
async function ask(question: CourseQuestion, asked: Asked): Promise<Sent> {
  const { course, institution, policy, world, now, today } = asked;
  const contact = await recipientOf(institution.id, course.plannedBy, world);
  if (!contact) return 'waits';
  const sent = await automaticThisMonth(contact, institution, world, now);
  if (sent >= policy.maxAutomaticPerMonth) return 'waits';
  const span = question === 'report' ? reminderSpan(course) : graduatesSpan(course, policy);
  await world.outbox.put([
    {
      key: `course:${course.id}:${question}`,
      about: `course:${course.id}`,
      kind: 'reminder',
      because: because[question],
      chat: contact.chat,
      person: contact.person.id,
      act: { do: 'say', card: cards[question](asked, contact) },
      at: now,
      within: { institution: institution.id, urgent: false },
      lapsesAt: startOfDay(addDays(span.to, 1), institution.zone),
    },
  ]);
  await world.courses.noteSent(course.id, question === 'report' ? 'remindedOn' : 'askedOn', today);
  return 'asked';
}

const because: Readonly<Record<CourseQuestion, string>> = {
  report: 'pelatihan selesai dan belum dilaporkan',
  graduates: 'tiga bulan sejak pelatihan selesai',
};

type CardOf = (asked: Asked, contact: Contact) => Card;

const reportCard: CardOf = (asked, { person }) => ({
  text: lines(
    html`Assalamu'alaikum, ${greeting(person)}. 🙏`,
    html`Menurut jadwal, pelatihan ${courseTitle(asked)} sudah selesai pada
    ${longDay(asked.course.endsOn)}.`,
    plain('Semoga hasilnya bermanfaat. Bila sempat, silakan laporkan kegiatannya.'),
  ),
  buttons: [
    [
      { label: 'Lapor', data: 'lapor' },
      { label: 'Lihat jadwal', data: `jadwal:${asked.course.id}` },
    ],
  ],
});

const graduatesCard: CardOf = (asked, { person }) => ({
  text: lines(
    html`Assalamu'alaikum, ${greeting(person)}. 🙏`,
    html`Bagaimana kabar lulusan pelatihan ${courseTitle(asked)}, yang selesai pada
    ${longDay(asked.course.endsOn)}?`,
    plain('Cukup jumlahnya, tanpa nama. Kami bertanya sekali ini saja.'),
  ),
  buttons: [[{ label: 'Isi kabar lulusan', data: `lulusan:${asked.course.id}` }]],
});

const cards: Readonly<Record<CourseQuestion, CardOf>> = {
  report: reportCard,
  graduates: graduatesCard,
};
