import { readLater } from '../src/board/office-reading';
import { staffFor } from '../src/board/staff-for';
import { toStaff } from '../src/board/to-staff';
import { addDays } from '../src/domain/day';
import { weekdayName } from '../src/domain/indonesian-dates';
import { type Institution, shortName } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineForm, opens } from '../src/scene';
import { restDayStep } from './institution-steps';
import { notInReach, type OfficeFacts } from './office-institution';
import { institutionsOf } from './own-institution';

/** One's own institution, as a button of the profile names it. */
async function prepareProfile(
  world: World,
  visitor: Visitor,
  id: string,
): Promise<Reading<OfficeFacts>> {
  const institution = await world.institutions.one(id, visitor.reach);
  const own = await institutionsOf(world, visitor);
  return institution && own.some((one) => one.id === institution.id)
    ? understood({ institution })
    : unclear(notInReach);
}

const backToProfile = (id: string) => [[{ label: 'Profil BLK', data: opens('profil', id) }]];

/** Changes the weekly day of rest of one's own institution. */
export const hariliburblk = defineForm({
  command: 'hariliburblk',
  about: 'Ubah hari libur BLK',
  title: 'Hari libur',
  unlisted: true,
  for: ['manager'],
  send: 'Simpan',
  prepare: prepareProfile,
  steps: { restDay: restDayStep<OfficeFacts>() },

  async finish({ id, answers, facts, visitor, world }) {
    const { institution } = facts;
    await world.institutions.change(institution.id, { restDay: answers.restDay });
    await world.audit.note({
      id: `changed:${id}`,
      who: visitor.person?.id ?? '',
      did: 'changed',
      what: `${institution.id} rest day`,
      at: visitor.now,
    });
    return {
      text: html`Baik, hari libur BLK ${bold(shortName(institution))} sekarang
      ${bold(weekdayName(answers.restDay))}. Di hari itu kami tidak mengirim pesan otomatis.`,
      buttons: backToProfile(institution.id),
    };
  },
});

/** Brings what is wrong in a profile to the officers in scope. */
async function tellOfficers(
  { id, what }: { id: string; what: string },
  institution: Institution,
  world: World,
  { now }: Visitor,
): Promise<void> {
  const card = {
    text: lines(html`✏️ Usul perbaikan data dari BLK ${bold(shortName(institution))}:`, what),
    buttons: [[{ label: 'Buka data BLK', data: opens('blk', institution.id) }]],
  };
  const message = {
    kind: 'task',
    key: `correction:${id}`,
    because: 'usul perbaikan data',
  } as const;
  const officers = await staffFor(institution, 'officer', world);
  await world.outbox.put(await toStaff(officers, { ...message, card }, world, now));
}

const daysForReview = 7;

/** Says that something in the profile is wrong; an officer looks at it. */
export const ralat = defineForm({
  command: 'ralat',
  about: 'Usul perbaikan data BLK',
  title: 'Usul perbaikan data',
  unlisted: true,
  for: ['manager'],
  prepare: prepareProfile,
  steps: {
    what: {
      label: 'Yang keliru',
      ask: 'Data apa yang keliru, dan seharusnya bagaimana? Contoh: Kejuruan seharusnya Multimedia.',
      read: (said) =>
        readText(said, {
          of: 'usul perbaikan',
          max: 300,
          min: 5,
          example: 'Kejuruan seharusnya Multimedia',
        }),
    },
  },

  async finish({ id, answers, facts, visitor, world }) {
    const { institution } = facts;
    const name = shortName(institution);
    await world.tasks.make({
      id: `correction:${id}`,
      institution: institution.id,
      kind: 'review',
      why: `${name} mengusulkan perbaikan data: ${answers.what}`,
      dueOn: addDays(visitor.today, daysForReview),
      madeAt: visitor.now,
    });
    await tellOfficers({ id, what: answers.what }, institution, world, visitor);
    const later = await readLater(world, visitor.now);
    return {
      text: later
        ? lines('Terima kasih, usul Anda sudah kami catat.', later)
        : plain('Terima kasih, usul Anda sudah kami teruskan kepada petugas dinas.'),
      buttons: backToProfile(institution.id),
    };
  },
});
