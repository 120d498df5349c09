import { openExpectation, withOutages } from '../domain/expectation';
import type { Institution } from '../domain/institution';
import type { Period } from '../domain/period';
import type { World } from '../ports';

/** Opens a period of an institution, once: one row of duty, with the time that outages took from it. */
export async function openPeriod(
  institution: Institution,
  period: Period,
  { leaves, rules, outages, expectations }: World,
  now: Date,
): Promise<void> {
  const [rests, policy] = await Promise.all([
    leaves.of(institution.id),
    rules.policyOf(institution),
  ]);
  const opened = openExpectation(institution, period, rests, policy);
  const down = await outages.since(opened.opensAt);
  await expectations.open(withOutages(opened, down, institution.zone, now));
}
