import { officeMoment } from '../board/office-moment';
import { staffFor } from '../board/staff-for';
import { toStaff } from '../board/to-staff';
import { addDays, dayAt, daysBetween, startOfDay, type Day } from '../domain/day';
import { type WarningDays, nextWarningOn, warningOn } from '../domain/expiry-warning';
import { longDay } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import { bold, html } from '../html';
import type { World } from '../ports';
import type { Expiry } from '../ports/follow-ups';
import { eachInstitution, gone, institutionAt } from './each-institution';
import type { Job } from './job';

/** Warns the officers 90, 30 and 7 days before a licence or accreditation ends, and makes it their task. */
export const expiryWarnings: Job = {
  name: 'expiry-warnings',
  about: 'mengingatkan masa berlaku',
  scopes: eachInstitution,
  next: (_scope, _world, now) => Promise.resolve(now),
  async run({ scope, world, now }) {
    const institution = await institutionAt(scope, world);
    if (!institution) return gone;
    const today = dayAt(now, institution.zone);
    const expiries = (await world.expiries.of(scope)).filter(({ on }) => on >= today);
    for (const expiry of expiries) {
      const days = warningOn(expiry.on, today);
      if (days) await warn({ expiry, days, institution, world, now });
    }
    return {
      did: `looked at ${expiries.length}`,
      next: nextLook(expiries, today, institution.zone),
    };
  },
};

interface Warning {
  readonly expiry: Expiry;
  readonly days: WarningDays;
  readonly institution: Institution;
  readonly world: World;
  readonly now: Date;
}

async function warn({ expiry, days, institution, world, now }: Warning): Promise<void> {
  const { id, what, on } = expiry;
  const key = `expiry:${id}:${on}:${days}`;
  await world.tasks.make({
    id: key,
    institution: institution.id,
    kind: 'expiry',
    why: `${what} ${shortName(institution)} berakhir ${longDay(on)}.`,
    dueOn: on,
    madeAt: now,
  });
  const readOn = dayAt(await officeMoment(world, now), institution.zone);
  const text = html`⏳ ${what} BLK ${bold(shortName(institution))} ${endWords(on, readOn)}.`;
  const because = `${days} hari sebelum masa berlaku berakhir`;
  const officers = await staffFor(institution, 'officer', world);
  await world.outbox.put(
    await toStaff(officers, { kind: 'expiry', key, because, card: { text } }, world, now),
  );
}

/** The end as it is on the day on which officers read of it, which may be after a weekend. */
function endWords(on: Day, readOn: Day): string {
  const left = daysBetween(readOn, on);
  if (left < 0) return `sudah berakhir ${longDay(on)}`;
  return left === 0
    ? `berakhir hari ini, ${longDay(on)}`
    : `berakhir ${left} hari lagi, ${longDay(on)}`;
}

/** Whoever adds a paper brings the look forward; this one is for those that came another way. */
const lookEveryDays = 30;

function nextLook(expiries: readonly Expiry[], today: Day, zone: string): Date {
  const warnings = expiries.flatMap(({ on }) => nextWarningOn(on, today) ?? []);
  const [first = today] = [...warnings, addDays(today, lookEveryDays)].toSorted();
  return startOfDay(first, zone);
}
