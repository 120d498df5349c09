import { checkInAbout } from '../board/check-in-about';
import { openPeriod } from '../board/open-period';
import { addDays, dayAt, startOfDay } from '../domain/day';
import { type Expectation, closed, withOutages } from '../domain/expectation';
import type { Institution } from '../domain/institution';
import { type Period, nextPeriod, periodOf } from '../domain/period';
import type { Policy } from '../domain/policy';
import { begun, givenUp } from '../domain/rhythm-change';
import type { World } from '../ports';
import type { KeptExpectation } from '../ports/follow-ups';
import { eachInstitution, gone, institutionAt } from './each-institution';
import type { Job } from './job';

/**
 * Opens each institution's period on its first day, one row of duty, expected or excused, and closes
 * those that are over.
 *
 * After an outage it looks again: every open period gets back the time it lost, before it is closed.
 * Periods that passed while the bot was down are not opened afterwards: nobody was asked, so nobody
 * is blamed.
 */
export const openPeriods: Job = {
  name: 'open-periods',
  about: 'membuka periode laporan',
  scopes: eachInstitution,
  next: (_scope, _world, now) => Promise.resolve(now),
  async run({ scope, world, now }) {
    const institution = await institutionAt(scope, world);
    if (!institution) return gone;
    const period = periodOf(dayAt(now, institution.zone), institution.rhythm);
    // Before the new one is there: the newest is settled anew also when it was answered.
    const changed = await settle(institution, world, now);
    await openPeriod(institution, period, world, now);
    const policy = await world.rules.policyOf(institution);
    await changeRhythm({ institution, period, policy, world, now });
    await world.appointments.hurry('check-in', scope, now);
    return {
      did: `opened ${period.id}, changed ${changed}`,
      next: startOfDay(nextPeriod(period).opensOn, institution.zone),
    };
  },
};

interface Opened {
  readonly institution: Institution;
  readonly period: Period;
  readonly policy: Policy;
  readonly world: World;
  readonly now: Date;
}

/** When the rhythm was changed within a period, it gives way to that of the new rhythm. */
async function changeRhythm({ institution, period, policy, world, now }: Opened): Promise<void> {
  const { id, zone, rhythm } = institution;
  const near = await world.expectations.between(
    [id],
    addDays(period.opensOn, -longestPeriodDays),
    period.closesOn,
  );
  const overlapping = near.filter((one) => one.period.closesOn >= period.opensOn);
  for (const before of overlapping.filter((one) => one.period.rhythm !== rhythm)) {
    const after = givenUp(before, rhythm, now);
    if (after === before) continue;
    await world.expectations.change(before, { ...before, ...after });
    await world.outbox.cancel(checkInAbout(id, before.period.id), 'dibatalkan: ritme diubah', now);
  }
  const before = await world.expectations.of(id, period.id);
  if (!before) return;
  const wasAsked = before.openingSentOn !== undefined;
  const today = dayAt(now, zone);
  const after = begun(before, { others: overlapping, wasAsked, today, policy });
  if (after !== before) await world.expectations.change(before, { ...sentFor(before), ...after });
}

/** What was sent for an expectation, without what became of it. */
const sentFor = ({
  openingSentOn,
  reminderSentOn,
  taskMadeOn,
  askAgainOn,
  tappedAt,
}: KeptExpectation) => ({
  ...(openingSentOn && { openingSentOn }),
  ...(reminderSentOn && { reminderSentOn }),
  ...(taskMadeOn && { taskMadeOn }),
  ...(askAgainOn && { askAgainOn }),
  ...(tappedAt && { tappedAt }),
});

const longestPeriodDays = 31;

/** Makes up for outages, then marks the periods that ended without an answer, which may change the status. */
async function settle({ id, zone }: Institution, world: World, now: Date): Promise<number> {
  const unsettled = await world.expectations.unsettled(id);
  const outages = await world.outages.since(earliestOpening(unsettled, now));
  const changes = unsettled
    .map((before) => ({ before, after: closed(withOutages(before, outages, zone, now), now) }))
    .filter(({ before, after }) => before !== after);
  for (const { before, after } of changes)
    await world.expectations.change(before, { ...before, ...after });
  if (changes.length > 0) await world.appointments.hurry('status', id, now);
  return changes.length;
}

const earliestOpening = (expectations: readonly Expectation[], now: Date): Date =>
  expectations.reduce((first, { opensAt }) => (opensAt < first ? opensAt : first), now);
