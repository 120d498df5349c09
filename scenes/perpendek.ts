import { afterLeave } from '../src/board/after-leave';
import { leaveAbout } from '../src/board/leave-message';
import { noteLeave } from '../src/board/note-leave';
import { type Day, addDays } from '../src/domain/day';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { type Institution, shortName } from '../src/domain/institution';
import type { Leave } from '../src/domain/leave';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readDay } from '../src/domain/reading-day';
import { bold, html } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Step, defineForm, opens } from '../src/scene';
import type { Card } from '../src/talk';

interface LeaveFacts {
  readonly leave: Leave;
  readonly institution: Institution;
}

/** Finds the leave a button names, within the officer's scope. */
async function prepareLeave(
  world: World,
  { reach }: Visitor,
  id: string,
): Promise<Reading<LeaveFacts>> {
  const leave = await world.leaves.one(id);
  const institution =
    leave && (await world.institutions.one(leave.institution, { ...reach, institutions: [] }));
  return institution
    ? understood({ leave, institution })
    : unclear('Mohon maaf, libur itu tidak ditemukan atau di luar wilayah Anda.');
}

const last: Step<Day, LeaveFacts> = {
  label: 'Hari terakhir libur',
  ask: ({ facts }) =>
    `Libur ${shortName(facts.institution)} sekarang sampai ${longDay(facts.leave.to)}. Berakhir tanggal berapa seharusnya?`,
  calendar: ({ facts }) => ({ from: facts.leave.from, to: addDays(facts.leave.to, -1) }),
  read: (said, { facts, today }) => {
    const reading = readDay(said, today, 'nearest');
    if (!reading.ok) return reading;
    const { from, to } = facts.leave;
    return reading.value >= from && reading.value < to
      ? reading
      : unclear(
          `Mohon maaf, silakan pilih antara ${shortDay(from)} dan ${shortDay(addDays(to, -1))}.`,
        );
  },
  keep: String,
  show: longDay,
};

/** Somebody else was quicker by a moment: what holds now is theirs. */
const changedMeanwhile = (leave: Leave | undefined, institution: Institution): Card =>
  leave
    ? {
        text: html`Libur ${bold(shortName(institution))} baru saja diubah petugas lain dan sekarang
        berakhir ${longDay(leave.to)}. Perubahan Anda tidak disimpan.`,
        buttons: [[{ label: 'Perpendek lagi', data: opens('perpendek', leave.id) }]],
      }
    : {
        text: html`Libur ${bold(shortName(institution))} baru saja dibatalkan. Perubahan Anda tidak
        disimpan.`,
      };

/** Ends a leave earlier than it was entered. */
export const perpendek = defineForm({
  command: 'perpendek',
  about: 'Memperpendek libur',
  title: 'Perpendek libur',
  unlisted: true,
  for: ['officer'],
  prepare: prepareLeave,
  steps: { last },

  async finish({ id, answers, facts, visitor, world }) {
    const { leave, institution } = facts;
    const isDone = await world.leaves.shorten(leave, answers.last, visitor.person?.id ?? '');
    if (isDone) await noteLeave(`shortened:${id}`, { ...leave, to: answers.last }, visitor, world);
    await afterLeave(institution, world, visitor.now);
    if (isDone)
      await world.outbox.cancel(leaveAbout(leave.id), 'dibatalkan: libur diperpendek', visitor.now);
    if (isDone)
      return {
        text: html`Libur ${bold(shortName(institution))} sekarang berakhir ${longDay(answers.last)}.`,
      };
    return changedMeanwhile(await world.leaves.one(leave.id), institution);
  },
});
