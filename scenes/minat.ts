import { passInterest } from '../src/board/pass-interest';
import { passedWords } from '../src/board/passed-words';
import { publicCourse, whyPast } from '../src/board/public-course';
import { agreedContacts, publicInstitution } from '../src/board/public-words';
import type { Course } from '../src/domain/course';
import { addDays, dayAt, startOfDay } from '../src/domain/day';
import { longDay } from '../src/domain/indonesian-dates';
import { type Institution, shortName } from '../src/domain/institution';
import { firstNameIn, interestDays, mostCentres, repeatDays } from '../src/domain/interest';
import { type Reading, understood } from '../src/domain/reading';
import { readPhone, shownPhone } from '../src/domain/reading-phone';
import { readText } from '../src/domain/reading-text';
import { bold, html, lines } from '../src/html';
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
      `Nama depan dan nomor Anda kami teruskan satu kali kepada pengelola BLK ini, hanya untuk keperluan pendaftaran, dan kami simpan paling lama ${interestDays} hari. Baru diteruskan setelah Anda mengetuk Kirim di akhir.`,
    ),
  steps: {
    name: {
      label: 'Nama depan',
      ask: 'Siapa nama depan Anda? Contoh: Siti.',
      read: readFirstName,
    },
    phone: optional({
      label: 'Nomor telepon',
      ask: 'Ke nomor mana pengelola boleh menghubungi Anda? Silakan ketik, misalnya: 0812-3456-7890. Boleh dilewati, tetapi tanpa nomor pengelola tidak dapat menghubungi Anda.',
      phone: true,
      read: readPhone,
      keep: String,
      show: shownPhone,
    }),
  },
  finish: pass,
});

function readFirstName(said: string): Reading<string> {
  return readText(said, { of: 'nama', max: 40, example: 'Siti' });
}

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
  const why = (found && whyPast(found)) ?? (await whyNotNow(institution, world, visitor));
  if (why !== undefined) return refused(why, [[backTo(institution)]]);
  const firstName = firstNameIn(visitor.telegramName);
  return understood({ institution, firstName, ...(found && { course: found.course }) });
}

/** A centre hears of somebody once in a while, and nobody writes to all of them. */
async function whyNotNow(
  { id }: Institution,
  world: World,
  { telegramId, today, zone, person }: Visitor,
): Promise<string | undefined> {
  if (person?.grants.some((grant) => 'institution' in grant && grant.institution === id))
    return 'Tombol ini untuk calon peserta. Bapak/Ibu tercatat mengelola BLK ini, jadi tidak ada yang perlu kami teruskan.';
  const from = startOfDay(addDays(today, -repeatDays), zone);
  const lately = await world.interests.of(telegramId, from);
  const earlier = lately.find(({ institution }) => institution === id);
  if (earlier)
    return `Minat Anda untuk BLK ini sudah kami terima pada ${longDay(dayAt(earlier.at, zone))}. Mohon ditunggu kabarnya pada hari kerja. Bila ada pelatihan lain di sana yang Anda minati, silakan sampaikan saat dihubungi.`;
  return lately.length >= mostCentres
    ? `Mohon maaf, dalam ${repeatDays} hari minat dapat diteruskan kepada paling banyak ${mostCentres} BLK. Silakan coba lagi nanti.`
    : undefined;
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
        : [passedWords(passed, institution, at), ...afterwards(answers.phone)]),
      ...(contacts.length === 0 ? [] : ['Anda juga boleh menghubungi:', ...contacts]),
    ),
    buttons: [[{ label: 'Kembali ke halaman BLK', data: opens('info', institution.id) }]],
  };
}

const nobodyThere =
  'Mohon maaf, saat ini belum ada yang dapat kami hubungi di BLK ini, jadi data Anda tidak kami simpan.';

const afterwards = (phone: string | undefined): readonly string[] => [
  phone === undefined
    ? 'Karena tanpa nomor telepon, silakan Anda yang menghubungi atau datang langsung.'
    : 'Mohon ditunggu kabarnya pada hari kerja.',
  'Data ini dapat dilihat di /dataku dan dihapus di /hapusdata kapan saja.',
];
