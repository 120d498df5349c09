import { afterLeave } from '../src/board/after-leave';
import { leaveTakenBack } from '../src/board/leave-message';
import { noteLeave } from '../src/board/note-leave';
import { longDay } from '../src/domain/indonesian-dates';
import { type Institution, shortName } from '../src/domain/institution';
import type { Leave } from '../src/domain/leave';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { institutionsOf } from './own-institution';

/** Takes back a leave of one's own that is to come, or ends one today; `y.` and its id after asking. */
export const batallibur = defineView({
  command: 'batallibur',
  about: 'Batalkan libur pondok',
  unlisted: true,
  for: ['manager'],
  show: async (ask, world, visitor) => {
    const [, sure = '', id = ''] = /^(y\.)?(.*)$/su.exec(ask.trim()) ?? [];
    const own = await institutionsOf(world, visitor);
    const leave = await world.leaves.one(id);
    const institution = own.find((one) => one.id === leave?.institution);
    if (!leave || !institution || leave.to < visitor.today) {
      // A repeat after a crash finds nothing to take back, and what follows may still be missing.
      if (sure !== '') for (const one of own) await afterLeave(one, world, visitor.now);
      return { text: plain(gone) };
    }
    if (sure === '') return asking(leave, institution, visitor);
    await takeBack(leave, institution, world, visitor);
    return done(leave, institution, visitor);
  },
});

const gone = 'Libur itu sudah tidak tercatat. Keadaan terbaru ada di /status.';

const isToCome = ({ from }: Leave, { today }: Visitor): boolean => from > today;

const asking = (leave: Leave, institution: Institution, visitor: Visitor): Card => ({
  text: lines(
    html`Libur BLK ${bold(shortName(institution))}: ${longDay(leave.from)} sampai
    ${longDay(leave.to)}.`,
    isToCome(leave, visitor)
      ? 'Apakah libur ini dibatalkan?'
      : 'Apakah libur ini diakhiri hari ini? Hari yang sudah lewat tetap tercatat libur.',
  ),
  buttons: [
    [
      {
        label: isToCome(leave, visitor) ? 'Ya, batalkan' : 'Ya, akhiri',
        data: opens('batallibur', `y.${leave.id}`),
      },
    ],
    [{ label: 'Tidak jadi', data: opens('status') }],
  ],
});

/** What follows is keyed and computed anew, so that doing it again changes nothing. */
async function takeBack(
  leave: Leave,
  institution: Institution,
  world: World,
  visitor: Visitor,
): Promise<void> {
  const { person, now, today } = visitor;
  const by = person?.id ?? '';
  const to = isToCome(leave, visitor) ? undefined : today;
  await noteLeave(`taken-back:${leave.id}`, { ...leave, to: to ?? leave.to }, visitor, world);
  await world.outbox.put(await leaveTakenBack(leave, to, institution, { world, now }));
  if (to === undefined) await world.leaves.withdraw(leave.id, by);
  else if (to < leave.to) await world.leaves.shorten(leave, to, by);
  await afterLeave(institution, world, now);
}

const done = (leave: Leave, institution: Institution, visitor: Visitor): Card => ({
  text: isToCome(leave, visitor)
    ? html`Baik, libur BLK ${bold(shortName(institution))} sudah dibatalkan.`
    : html`Baik, libur BLK ${bold(shortName(institution))} berakhir hari ini. Selamat berkegiatan
      lagi.`,
  buttons: [[{ label: 'Status BLK', data: opens('status') }]],
});
