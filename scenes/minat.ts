import { passInterest } from '../src/board/pass-interest';
import { passedWords } from '../src/board/passed-words';
import { publicCourse, whyPast } from '../src/board/public-course';
import { agreedContacts, placeWords, publicInstitution } from '../src/board/public-words';
import type { Course } from '../src/domain/course';
import { addDays, dayAt, startOfDay } from '../src/domain/day';
import { longDay } from '../src/domain/indonesian-dates';
import { type Institution, shortName } from '../src/domain/institution';
import {
  type Interest,
  firstNameIn,
  interestDays,
  mostInterests,
  repeatDays,
} from '../src/domain/interest';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readPhone, shownPhone } from '../src/domain/reading-phone';
import { readText } from '../src/domain/reading-text';
import { type Html, bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Done, type Prepared, defineForm, opens, optional, refused } from '../src/scene';
import type { Card } from '../src/talk';
import { backTo, notListed, toList } from './info-page';

interface InterestFacts {
  readonly institution: Institution;
  readonly course?: Course;
  readonly firstName: string;
}

interface InterestAnswers {
  readonly name: string;
  readonly phone: string | undefined;
}

/** Tells a centre, once, that somebody would like to take part; the number only if they give it. */
export const minat = defineForm<InterestAnswers, InterestFacts>({
  command: 'minat',
  about: 'Berminat ikut pelatihan',
  title: 'Saya berminat',
  unlisted: true,
  for: ['public'],
  prepare,
  given: ({ firstName }): Readonly<Record<string, string>> =>
    readFirstName(firstName).ok ? { name: firstName } : {},
  preface: ({ institution, course }) =>
    lines(
      html`Untuk: ${bold(course?.title ?? 'pelatihan')} di BLK ${bold(shortName(institution))}`,
      `Nama depan dan nomor Anda kami teruskan satu kali kepada pengelola BLK ini, atau kepada petugas dinas bila pengelolanya belum dapat dihubungi, hanya untuk keperluan pendaftaran, dan kami simpan paling lama ${interestDays} hari. Baru diteruskan setelah Anda mengetuk Kirim di akhir.`,
    ),
  steps: {
    name: {
      label: 'Nama depan',
      ask: 'Siapa nama depan Anda? Contoh: Siti.',
      read: readFirstName,
    },
    phone: optional({
      label: 'Nomor telepon',
      ask: 'Ke nomor mana pengelola boleh menghubungi Anda? Silakan ketik, misalnya: 0812-3456-7890. Boleh dilewati, tetapi tanpa nomor, pengelola tidak dapat menghubungi Anda.',
      phone: true,
      read: readPhone,
      keep: String,
      show: shownPhone,
    }),
  },
  finish: pass,
});

/** What Telegram would make a link of, or a number, is no name; it would be tapped by those who are told. */
function readFirstName(said: string): Reading<string> {
  const reading = readText(said, { of: 'nama', max: 40, example: 'Siti' });
  return reading.ok && linked.test(reading.value) ? unclear(onlyName) : reading;
}

const linked = /:\/\/|@|\p{L}\.\p{L}{2,}|\d{4}/u;
const onlyName = 'Mohon maaf, di sini cukup nama depan, tanpa alamat atau nomor. Contoh: Siti.';

/** Finds what a button names: an institution by its id, or after a dot a course. */
async function prepare(
  world: World,
  visitor: Visitor,
  argument: string,
): Promise<Prepared<InterestFacts>> {
  const found = argument.startsWith('.')
    ? await publicCourse(argument.slice(1), world, visitor.today)
    : undefined;
  const institution = found?.institution ?? (await publicInstitution(argument, world));
  if (!institution) return refused(notListed, [[toList]]);
  const why =
    (found && whyPast(found)) ?? (await whyNotNow({ institution, ...found }, world, visitor));
  if (why !== undefined) return refused(why, [[backTo(institution)]]);
  const firstName = firstNameIn(visitor.telegramName);
  return understood({ institution, firstName, ...(found && { course: found.course }) });
}

/** A centre hears once that somebody would like something, and nobody writes to all of them. */
async function whyNotNow(
  { institution: { id }, course }: Pick<InterestFacts, 'institution' | 'course'>,
  world: World,
  { telegramId, today, zone, person }: Visitor,
): Promise<string | undefined> {
  if (person?.grants.some((grant) => 'institution' in grant && grant.institution === id))
    return 'Tombol ini untuk calon peserta. Bapak/Ibu tercatat mengelola BLK ini, jadi tidak ada yang perlu kami teruskan.';
  const from = startOfDay(addDays(today, -repeatDays), zone);
  const lately = await world.interests.of(telegramId, from);
  // Whoever gave no number could not be called, and may give one now.
  const earlier = lately.find(
    (one) => one.institution === id && one.course === course?.id && one.phone !== undefined,
  );
  if (earlier) return alreadyTold(earlier, zone);
  return lately.length >= mostInterests
    ? `Mohon maaf, dalam ${repeatDays} hari minat dapat diteruskan paling banyak ${mostInterests} kali. Silakan coba lagi nanti.`
    : undefined;
}

function alreadyTold({ course, at, handledAt }: Interest, zone: string): string {
  const what = course === undefined ? 'BLK ini' : 'pelatihan ini';
  const on = (instant: Date) => longDay(dayAt(instant, zone));
  return handledAt
    ? `Minat Anda untuk ${what} sudah kami terima pada ${on(at)}, dan ditandai sudah dihubungi pada ${on(handledAt)}.`
    : `Minat Anda untuk ${what} sudah kami terima pada ${on(at)}. Mohon ditunggu kabarnya pada hari kerja.`;
}

async function pass({
  id,
  answers,
  facts,
  visitor,
  world,
}: Done<InterestAnswers, InterestFacts>): Promise<Card> {
  const { institution, course } = facts;
  const { telegramId, now: at } = visitor;
  const interest = {
    ...{ id, institution: institution.id, telegramId, name: answers.name, at },
    ...(answers.phone !== undefined && { phone: answers.phone }),
    ...(course && { course: course.id }),
  };
  const passed = await passInterest({ interest, institution, ...(course && { course }) }, world);
  const contacts = await agreedContacts(institution.id, world);
  return {
    text: lines(
      ...(passed.to === 'nobody'
        ? [nobodyThere]
        : [passedWords(passed, institution, at), ...afterwards(answers.phone, institution)]),
      ...(contacts.length === 0 ? [] : ['Anda juga boleh menghubungi:', ...contacts]),
    ),
    buttons: [[{ label: 'Kembali ke halaman BLK', data: opens('info', institution.id) }]],
  };
}

const nobodyThere =
  'Mohon maaf, saat ini belum ada yang dapat kami hubungi di BLK ini, jadi data Anda tidak kami simpan.';

const afterwards = (
  phone: string | undefined,
  institution: Institution,
): readonly (string | Html)[] => [
  phone === undefined
    ? html`Karena tanpa nomor telepon, silakan datang langsung ke BLK-nya di ${placeWords(institution)}.`
    : 'Mohon ditunggu kabarnya pada hari kerja.',
  'Data ini dapat dilihat di /dataku dan dihapus di /hapusdata kapan saja.',
];
