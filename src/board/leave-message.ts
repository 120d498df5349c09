import type { Day } from '../domain/day';
import { longDay } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import { type Leave, leaveReasonLabel } from '../domain/leave';
import { bold, html } from '../html';
import type { OutgoingRow, World } from '../ports';
import { staffFor } from './staff-for';
import { toStaff } from './to-staff';

/** The subject of what officers are told of a leave; taken back once one of them shortens it. */
export const leaveAbout = (id: string): string => `leave:${id}`;

/** Tells the officers in scope of a leave, which they may shorten. */
export async function leaveMessages(
  leave: Leave,
  institution: Institution,
  world: World,
  now: Date,
): Promise<readonly OutgoingRow[]> {
  const officers = await staffFor(institution, 'officer', world);
  const text = html`🏖 BLK ${bold(shortName(institution))} libur: ${longDay(leave.from)} sampai
  ${longDay(leave.to)} (${leaveReasonLabel(leave.reason)}).`;
  const buttons = [[{ label: 'Perpendek', data: `perpendek:${leave.id}` }]];
  const key = leaveAbout(leave.id);
  return toStaff(
    officers,
    { kind: 'task', key, about: key, because: 'libur pondok dikabarkan', card: { text, buttons } },
    world,
    now,
  );
}

/** Tells the officers in scope that a leave does not take place, or ends on `to`. */
export async function leaveTakenBack(
  leave: Leave,
  to: Day | undefined,
  institution: Institution,
  { world, now }: { readonly world: World; readonly now: Date },
): Promise<readonly OutgoingRow[]> {
  const officers = await staffFor(institution, 'officer', world);
  const name = bold(shortName(institution));
  const text =
    to === undefined
      ? html`Libur BLK ${name} mulai ${longDay(leave.from)} dibatalkan pengelolanya.`
      : html`Libur BLK ${name} diakhiri pengelolanya, hari terakhirnya ${longDay(to)}.`;
  const key = `leave-taken-back:${leave.id}`;
  return toStaff(
    officers,
    { kind: 'task', key, because: 'libur pondok dibatalkan', card: { text } },
    world,
    now,
  );
}
