import { type Day, dayAt } from '../domain/day';
import { type AnswerKind, answered } from '../domain/expectation';
import type { Institution } from '../domain/institution';
import { type Period, periodOf, previousPeriod } from '../domain/period';
import type { OutgoingRow, World } from '../ports';
import { checkInAbout } from './check-in-about';
import { contactsOf } from './contacts-of';

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
  for (const period of periodsOf(answering)) {
    await meet(period, answering, world);
    await cancelRest(institution, period, at, world);
  }
  await world.tasks.lapse(institution.id, 'call', at);
  for (const job of ['status', 'check-in', 'escalation'])
    await world.appointments.hurry(job, institution.id, at);
}

/** The period of now; and the one before, when it is about a day of that one. */
function periodsOf({ institution, at, on }: Answering): readonly Period[] {
  const current = periodOf(dayAt(at, institution.zone), institution.rhythm);
  const before = previousPeriod(current);
  return on >= before.opensOn && on <= before.closesOn ? [current, before] : [current];
}

async function meet(
  period: Period,
  { institution, kind, at }: Answering,
  world: World,
): Promise<void> {
  const before = await world.expectations.of(institution.id, period.id);
  if (!before) return;
  const written = await world.expectations.change(before, {
    ...before,
    ...answered(before, { kind, at }),
  });
  // Somebody else answered in the same moment: their row is the one to add to.
  if (!written) await meet(period, { institution, kind, at, on: period.opensOn }, world);
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
