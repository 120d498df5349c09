import { afterAnswerTap } from '../src/board/after-answer-tap';
import { type Day, addDays, dayAt } from '../src/domain/day';
import { isAnswered } from '../src/domain/expectation';
import { longDay } from '../src/domain/indonesian-dates';
import { type Institution, isCalled, shortName } from '../src/domain/institution';
import { bold, html, lines, plain } from '../src/html';
import { checkInButtons } from '../src/board/check-in-message';
import type { Visitor, World } from '../src/ports';
import type { KeptExpectation } from '../src/ports/follow-ups';
import { type Elsewhere, defineView } from '../src/scene';
import type { Card } from '../src/talk';
import { alreadyReceived } from './already-received';
import { institutionsOf, whyNoInstitution } from './own-institution';

const leads = ['lapor', 'nihil', 'kendala', 'libur'];

/** The buttons under a check-in: each is a sign of life, whatever comes of it, and works for weeks. */
export const balas = defineView({
  command: 'balas',
  about: 'Menjawab sapaan',
  unlisted: true,
  for: ['manager'],
  show: async (ask, world, visitor) => {
    const [does = '', id = '', period = ''] = ask.split('.');
    const institutions = await institutionsOf(world, visitor);
    const institution = institutions.find((one) => isCalled(one, id));
    if (!institution) return { text: plain(await notTheirs(institutions, world, visitor)) };
    const asked = await world.expectations.of(institution.id, period);
    const expectation = asked && (await afterAnswerTap(asked, institution, world, visitor.now));
    return answerTo(does, { institution, expectation }, world, visitor);
  },
});

interface Asked {
  readonly institution: Institution;
  readonly expectation: KeptExpectation | undefined;
}

async function answerTo(
  does: string,
  { institution, expectation }: Asked,
  world: World,
  visitor: Visitor,
): Promise<Card | Elsewhere> {
  if (does === 'nihil' && expectation && isAnswered(expectation))
    return alreadyReceived([institution], expectation.period, 'nihil');
  if (leads.includes(does)) return { leadsTo: does };
  if (does === 'nanti' && expectation) return later(expectation, institution, world, visitor);
  return { text: plain(longAgo) };
}

const notTheirs = async (own: readonly Institution[], world: World, visitor: Visitor) =>
  own.length === 0
    ? whyNoInstitution(world, visitor)
    : 'Mohon maaf, sapaan ini bukan untuk BLK Anda.';

const alreadyIn = (institution: Institution): Card => ({
  text: html`Terima kasih, kabar BLK ${bold(shortName(institution))} sudah kami terima. 🙏`,
});

async function later(
  expectation: KeptExpectation,
  institution: Institution,
  world: World,
  { now }: Visitor,
): Promise<Card> {
  const { period } = expectation;
  const today = dayAt(now, institution.zone);
  const tomorrow = addDays(today, 1);
  if (isAnswered(expectation)) return alreadyIn(institution);
  if (today > period.closesOn) return { text: plain(longAgo) };
  if (tomorrow > period.closesOn) return { text: plain(endsSoon) };
  const asksAgain = expectation.reminderSentOn === undefined;
  if (asksAgain) await askAgain(expectation, tomorrow, world);
  await world.appointments.hurry('check-in', institution.id, now);
  return {
    text: lines(
      asksAgain
        ? html`Baik, tidak apa-apa. Kami sapa lagi paling cepat ${longDay(tomorrow)}.`
        : html`Baik, tidak apa-apa. Kami tunggu kabar BLK ${bold(shortName(institution))}.`,
      'Bila sempat lebih awal, tombol di bawah ini tetap dapat dipakai.',
    ),
    buttons: checkInButtons(institution.id, period.id).slice(0, 2),
  };
}

/** Moves the reminder; once that went out, nothing more is sent in the period. */
async function askAgain(before: KeptExpectation, day: Day, world: World): Promise<void> {
  await world.expectations.change(before, { ...before, askAgainOn: day });
}

const longAgo =
  'Terima kasih. Sapaan ini sudah lama, tetapi kabar Anda tetap kami terima lewat /lapor.';
const endsSoon =
  'Terima kasih. Periode ini segera berakhir; kabar Anda tetap kami terima lewat /lapor.';
