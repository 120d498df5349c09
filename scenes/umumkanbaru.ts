import { reachedBy, regenciesOf } from '../src/board/audience';
import type { Announcement } from '../src/domain/announcement';
import { startOfDay } from '../src/domain/day';
import { shortName } from '../src/domain/institution';
import { understood, unclear } from '../src/domain/reading';
import type { Person } from '../src/domain/person';
import { bold, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Done, type Prepared, defineForm, opens, refused } from '../src/scene';
import type { Card } from '../src/talk';
import { type AnnouncementAnswers, answersOf, audienceIn } from './announcement-answers';
import { announcementInReach, announcementNotFound } from './announcement-in-reach';
import { attachmentIn } from './announcement-content-steps';
import type { AnnouncementFacts } from './announcement-facts';
import { announcementSteps, doneStage } from './announcement-steps';
import { draftCard, preview } from './draft-card';
import { institutionsOfOffice } from './institution-in-reach';

const draftStays =
  'Perubahan dibatalkan. Pengumumannya tetap seperti sebelumnya, dan belum dikirim.';

interface Facts extends AnnouncementFacts {
  readonly author: Person;
  /** The draft whose answers are the beginning of this one. */
  readonly before?: Announcement;
}

/** Writes an announcement: for whom, what, when; then shows it as it will be seen, before anything is sent. */
export const umumkanbaru = defineForm({
  command: 'umumkanbaru',
  about: 'Buat pengumuman',
  title: 'Pengumuman',
  unlisted: true,
  for: ['officer', 'head'],
  send: 'Lihat contohnya',
  dropped: (asked) => (asked.endsWith('.d') ? draftStays : undefined),
  prepare,
  given: (facts: Facts) => (facts.before ? answersOf(facts.before, facts) : {}),
  steps: announcementSteps,

  async finish(done) {
    const { world, visitor, facts } = done;
    const announcement = await draftOf(done);
    await world.announcements.add(announcement);
    await replaceDraft(done);
    const reached = await reachedBy(announcement.audience, facts.author, world, visitor.now);
    const { photos, next } = preview(announcement);
    return {
      text: lines(bold('Contoh pengumuman'), 'Beginilah pengumuman ini akan terlihat:'),
      photos,
      next: [...next, await draftCard(announcement, reached, world, visitor)],
    } satisfies Card;
  },
});

/** `ID` takes an earlier one as its beginning, `ID.d` goes on with a draft, which nobody sent meanwhile. */
async function prepare(world: World, visitor: Visitor, asked: string): Promise<Prepared<Facts>> {
  const { person } = visitor;
  const [before = '', draft] = asked.split('.');
  if (!person) return unclear('Mohon maaf, silakan bergabung dulu lewat tautan undangan dinas.');
  const [institutions, { stages }, earlier] = await Promise.all([
    institutionsOfOffice(world, visitor),
    world.checklists.current(),
    before === '' ? undefined : announcementInReach(before, world, visitor),
  ]);
  if (draft !== undefined && earlier?.state !== 'draft') return sentMeanwhile(before, earlier);
  return understood({
    author: person,
    institutions: institutions.toSorted((a, b) => shortName(a).localeCompare(shortName(b), 'id')),
    stages: [...stages.map(({ id, name }) => ({ label: name, says: id })), doneStage],
    ...(earlier && { before: earlier }),
  });
}

const sentMeanwhile = (id: string, earlier: Announcement | undefined): Prepared<Facts> =>
  earlier && earlier.state !== 'dropped'
    ? refused('Pengumuman ini sudah dikirim atau dijadwalkan, jadi tidak dapat diubah di sini.', [
        [{ label: 'Buka pengumuman', data: opens('umumkan', id) }],
      ])
    : unclear(announcementNotFound);

/** What was changed takes the place of the draft that it was. */
async function replaceDraft({ facts, world }: Done<AnnouncementAnswers, Facts>): Promise<void> {
  const { before, author } = facts;
  if (before?.by === author.id) await world.announcements.end(before.id, 'dropped');
}

async function draftOf({ id, answers, facts, visitor, world }: Done<AnnouncementAnswers, Facts>) {
  const audience = audienceIn(answers, facts);
  const { on, hour, when, text } = answers;
  const attachment = attachmentIn(answers);
  const { author } = facts;
  return {
    id,
    wordings: [{ id, text, by: author.id, at: visitor.now }],
    ...(attachment && { attachment }),
    audience,
    ...(on !== undefined &&
      hour !== undefined && {
        firstAt: new Date(startOfDay(on, world.zone).getTime() + hour * minuteMs),
      }),
    repeat: when === 'now' ? 'once' : when,
    zone: world.zone,
    state: 'draft',
    by: author.id,
    madeAt: visitor.now,
    regencies: await regenciesOf(audience, author, world),
  } satisfies Announcement;
}

const minuteMs = 60_000;
