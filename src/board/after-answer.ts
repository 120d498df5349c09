import { type Day, dayAt } from '../domain/day';
import { type AnswerKind, answered } from '../domain/expectation';
import type { Institution } from '../domain/institution';
import { type Period, periodOf, previousPeriod } from '../domain/period';
import type { OutgoingRow, World } from '../ports';
import { checkInAbout } from './check-in-about';
import { contactsOf } from './contacts-of';
import { openPeriod } from './open-period';

/** An answer that an institution has just given. */
export interface Answering {
  readonly institution: Institution;
  readonly kind: AnswerKind;
  readonly at: Date;
  /** The day the answer is about: the last day of the activity, else the day it was given. */
  readonly on: Day;
}

/**
 * Does what follows from an answer: the period is met, what was still to be sent is cancelled, the
 * status is looked at anew.
 *
 * Everything is keyed or conditional, so that doing it again after a crash changes nothing.
 */
export async function afterAnswer(answering: Answering, world: World): Promise<void> {
  const { institution, at } = answering;
  for (const period of await periodsOf(answering, world)) {
    await meet(period, answering, world);
    await cancelRest(institution, period, at, world);
  }
  await world.tasks.lapse(institution.id, 'call', at);
  for (const job of ['status', 'check-in', 'escalation'])
    await world.appointments.hurry(job, institution.id, at);
}

/**
 * The period of now; and the one before, when it is about a day of that one, or is about no day and
 * that one is not closed yet: the bot was down at its end, and what was said then is heard only now.
 */
async function periodsOf(
  { institution, kind, at, on }: Answering,
  { expectations }: World,
): Promise<readonly Period[]> {
  const current = periodOf(dayAt(at, institution.zone), institution.rhythm);
  const before = previousPeriod(current);
  if (on >= before.opensOn && on <= before.closesOn) return [current, before];
  if (kind === 'report') return [current];
  const row = await expectations.of(institution.id, before.id);
  return row?.state === 'expected' ? [current, before] : [current];
}

async function meet(period: Period, answering: Answering, world: World): Promise<void> {
  const { kind, at } = answering;
  const before = await rowOf(period, answering, world);
  if (!before) return;
  const written = await world.expectations.change(before, {
    ...before,
    ...answered(before, { kind, at }),
  });
  // Somebody else answered in the same moment: their row is the one to add to.
  if (!written) await meet(period, answering, world);
}

/** The row of a period; a report about a day of it may be heard before it was opened. */
async function rowOf(period: Period, { institution, kind, at, on }: Answering, world: World) {
  const row = await world.expectations.of(institution.id, period.id);
  if (row || kind !== 'report' || on < period.opensOn || on > period.closesOn) return row;
  await openPeriod(institution, period, world, at);
  return world.expectations.of(institution.id, period.id);
}

/** Stores why the messages that are not needed any more were not sent. */
async function cancelRest(
  institution: Institution,
  period: Period,
  at: Date,
  world: World,
): Promise<void> {
  const about = checkInAbout(institution.id, period.id);
  await world.outbox.cancel(about, why, at);
  const [contact] = await contactsOf(institution.id, world);
  if (!contact) return;
  const needless = (stage: 'opening' | 'reminder'): OutgoingRow => ({
    key: `${about}:${stage}`,
    about,
    kind: stage === 'opening' ? 'check-in' : 'reminder',
    chat: contact.chat,
    person: contact.person.id,
    act: { do: 'say', card: { text: { markup: '' } } },
    at,
    settled: { state: 'cancelled', why },
  });
  await world.outbox.put([needless('opening'), needless('reminder')]);
}

const why = 'dibatalkan: sudah lapor';
