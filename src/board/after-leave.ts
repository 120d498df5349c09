import { withLeaves } from '../domain/expectation';
import type { Institution } from '../domain/institution';
import type { World } from '../ports';
import { checkInAbout } from './check-in-about';

/** Does what follows from a leave entered, shortened or withdrawn: periods are excused, messages wait. */
export async function afterLeave(institution: Institution, world: World, now: Date): Promise<void> {
  const { id } = institution;
  const [leaves, policy, unsettled] = await Promise.all([
    world.leaves.of(id),
    world.rules.policyOf(institution),
    world.expectations.unsettled(id),
  ]);
  for (const before of unsettled) {
    const after = { ...before, ...withLeaves(before, leaves, policy, now) };
    await world.expectations.change(before, after);
    if (after.state === 'excused')
      await world.outbox.cancel(
        checkInAbout(id, before.period.id),
        'dibatalkan: libur pondok',
        now,
      );
  }
  for (const job of ['check-in', 'status', 'escalation'])
    await world.appointments.hurry(job, id, now);
}
