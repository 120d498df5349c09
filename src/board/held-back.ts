import { usualRestDay } from '../domain/institution';
import { wholeReach } from '../domain/rights';
import { type SendingRules, nextAllowed, whyNot, whyNotLabel } from '../domain/sending-window';
import type { Held, Within, World } from '../ports';

type Known = Pick<World, 'rules' | 'institutions' | 'leaves' | 'zone'>;

/**
 * Why a message may not go at `now`, and when it may; undefined when nothing keeps it back.
 *
 * Asked when it is about to go: since it was planned, a leave may have been entered, a day off
 * announced, or the hours may have passed while the bot or Telegram was down.
 */
export async function heldBack(within: Within, world: Known, now: Date): Promise<Held | undefined> {
  const rules = await rulesOf(within, world);
  const why = rules && whyNot(now, rules);
  if (!why) return undefined;
  const until = nextAllowed(now, rules);
  return { why: whyNotLabel(why), ...(until && { until }) };
}

function rulesOf(within: Within, world: Known): Promise<SendingRules | undefined> {
  if (within === 'office') return officeRules(world);
  return within === 'managers' ? usualManagerRules(world.zone, world) : managerRules(within, world);
}

/** The hours of managers where no institution has its own; what goes to many goes in Ramadan too, in its hours. */
export async function usualManagerRules(
  zone: string,
  { rules }: Pick<World, 'rules'>,
): Promise<SendingRules> {
  const [{ windows }, calendar] = await Promise.all([rules.policy(), rules.calendar()]);
  const usual = { restDay: usualRestDay, leaves: [], urgent: true } as const;
  return { audience: 'manager', zone, ...usual, windows, calendar };
}

async function officeRules({ rules, zone }: Known): Promise<SendingRules> {
  const [{ windows }, calendar] = await Promise.all([rules.policy(), rules.calendar()]);
  return { audience: 'officer', zone, windows, calendar };
}

async function managerRules(
  { institution: id, urgent }: Exclude<Within, string>,
  { rules, institutions, leaves }: Known,
): Promise<SendingRules | undefined> {
  const [institution, policy, calendar, own] = await Promise.all([
    institutions.one(id, wholeReach),
    rules.policyOf({ id }),
    rules.calendar(),
    leaves.of(id),
  ]);
  if (!institution) return undefined;
  const { zone, restDay } = institution;
  const { windows } = policy;
  return { audience: 'manager', zone, restDay, leaves: own, urgent, windows, calendar };
}
