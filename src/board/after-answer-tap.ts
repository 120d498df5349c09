import type { Institution } from '../domain/institution';
import type { World } from '../ports';
import type { KeptExpectation } from '../ports/follow-ups';

/** Notes a tap on a button of a check-in, a sign of life that the status counts; returns the row as it is then. */
export async function afterAnswerTap(
  expectation: KeptExpectation,
  institution: Institution,
  world: World,
  now: Date,
): Promise<KeptExpectation> {
  const tapped = { ...expectation, tappedAt: now };
  const written = await world.expectations.change(expectation, tapped);
  await world.appointments.hurry('status', institution.id, now);
  return written ? tapped : expectation;
}
