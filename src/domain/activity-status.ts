import type { Span } from './activity-report';
import { addDays, dayAt, daysBetween, startOfDay, type Day } from './day';
import type { DaySpan } from './day-span';
import { leaveOn } from './leave';
import type { Policy } from './policy';
import { dayReaching, effectiveDays, lastActivity, type LastActivity } from './silent-days';
import type { StatusReason } from './status-reason';

/** How an institution is doing, as computed from facts. */
export type ActivityStatus =
  'not-started' | 'active' | 'needs-attention' | 'presumed-passive' | 'passive' | 'no-word';

/** An officer's finding, by call or visit, that nothing goes on any more. */
export interface PassiveConfirmation {
  readonly on: Day;
  /** The id of the officer. */
  readonly by: string;
  /** The end of the last activity known at that time; a later one ends the confirmation. */
  readonly lastActivityThen?: Day;
}

/** Everything the status of an institution follows from, besides the policy and the time. */
export interface StatusFacts {
  /** The IANA zone in which its days are counted. */
  readonly zone: string;
  readonly registeredAt: Date;
  /** Activities of the kinds that count; at least the last to end, those running and those planned. */
  readonly activities: readonly Span[];
  readonly leaves: readonly DaySpan[];
  /** Days on which the bot was down and nobody could answer. */
  readonly outages?: readonly DaySpan[];
  /** The last report, nil report, obstacle, leave or button of a check-in, by or for the institution. */
  readonly lastAnswerAt?: Date;
  /** Check-ins that arrived since the last answer. */
  readonly unansweredCheckIns: number;
  /** Since when the oldest open obstacle is open. */
  readonly obstacleSince?: Day;
  /** Every contact has blocked the bot or left. */
  readonly unreachable: boolean;
  readonly passiveConfirmed?: PassiveConfirmation;
}

/** The status with what it follows from. */
export interface StatusReading {
  readonly status: ActivityStatus;
  /** Everything that speaks for this status, the weightiest first. */
  readonly reasons: readonly [StatusReason, ...StatusReason[]];
  readonly overlays: { readonly onLeave: boolean; readonly unreachable: boolean };
  /** Effective days since the end of the last activity, or since registration before the first one. */
  readonly silentDays: number;
  /** The end of the last activity that has begun; it lies ahead while it is running. */
  readonly lastActivityOn?: Day;
}

/** A reading together with the moment at which time alone changes it. */
export interface StatusAt extends StatusReading {
  /** When status or leave overlay changes next if nothing happens; undefined when they never do. */
  readonly nextLookAt?: Date;
}

interface Seen {
  readonly facts: StatusFacts;
  readonly policy: Policy;
  readonly today: Day;
  readonly last?: LastActivity;
  /** From when silent days are counted: the end of the last activity, else the registration. */
  readonly since: Day;
  readonly days: number;
}

interface Row {
  readonly status: ActivityStatus;
  /** What speaks for the status; nothing when it does not hold. */
  readonly reasons: (seen: Seen) => readonly StatusReason[];
}

/**
 * The table of design section 3 in its order of precedence; the first row with a reason wins.
 *
 * Where the table is silent: before the first activity days are counted from registration, the
 * 91–180 row does not apply, and beyond the limit for new centres a centre is presumed passive
 * (or needs attention while the passive limit is the later one). A centre is passive only beyond the
 * passive limit, however early it was confirmed. Leave and days on which the bot was down do not count
 * as days without a word. An obstacle ages in calendar days, since it waits for the office too.
 */
const rows: readonly Row[] = [
  { status: 'active', reasons: (seen) => [...whileRunning(seen), ...whenRecent(seen)] },
  { status: 'passive', reasons: (seen) => whenConfirmed(seen) },
  { status: 'no-word', reasons: (seen) => whenWordless(seen) },
  { status: 'presumed-passive', reasons: (seen) => whenLongSilent(seen) },
  {
    status: 'needs-attention',
    reasons: (seen) => [...whenSilent(seen), ...whenUnanswered(seen), ...whenObstructed(seen)],
  },
];

/** The status at `now`; days are counted in the institution's zone and a boundary belongs to the later status. */
export function statusAt(facts: StatusFacts, policy: Policy, now: Date): StatusAt {
  const today = dayAt(now, facts.zone);
  const reading = statusOn(facts, policy, today);
  const changesOn = turningDays(facts, policy, today).find(
    (day) => !looksLike(reading, statusOn(facts, policy, day)),
  );
  return changesOn ? { ...reading, nextLookAt: startOfDay(changesOn, facts.zone) } : reading;
}

/** The status on a day of the institution's zone. */
export function statusOn(facts: StatusFacts, policy: Policy, today: Day): StatusReading {
  const seen = look(facts, policy, today);
  const row = rows.map((each) => ({ ...each, found: each.reasons(seen) })).find(isMet);
  const [first, ...others] = row?.found ?? [];
  return {
    status: first && row ? row.status : 'not-started',
    reasons: [first ?? { kind: 'new', days: seen.days, since: seen.since }, ...others],
    overlays: {
      onLeave: leaveOn(facts.leaves, today) !== undefined,
      unreachable: facts.unreachable,
    },
    silentDays: seen.days,
    ...(seen.last && { lastActivityOn: seen.last.endsOn }),
  };
}

const isMet = ({ found }: { found: readonly StatusReason[] }): boolean => found.length > 0;

function look(facts: StatusFacts, policy: Policy, today: Day): Seen {
  const last = lastActivity(facts.activities, today);
  const since = last?.endsOn ?? dayAt(facts.registeredAt, facts.zone);
  const days = effectiveDays(since, today, facts.leaves);
  return { facts, policy, today, since, days, ...(last && { last }) };
}

const whileRunning = ({ last }: Seen): readonly StatusReason[] =>
  last?.running ? [{ kind: 'running', until: last.endsOn }] : [];

const whenRecent = ({ last, days, since, policy }: Seen): readonly StatusReason[] =>
  last && !last.running && days <= policy.activeDays ? [{ kind: 'recent', days, since }] : [];

function whenConfirmed({ facts, last, days, policy }: Seen): readonly StatusReason[] {
  const confirmed = facts.passiveConfirmed;
  if (!confirmed || days <= policy.passiveDays) return [];
  const activeSince = last && last.endsOn > (confirmed.lastActivityThen ?? '');
  return activeSince ? [] : [{ kind: 'confirmed', on: confirmed.on, by: confirmed.by }];
}

function whenWordless({ facts, policy, today }: Seen): readonly StatusReason[] {
  const since = wordlessSince(facts);
  const days = effectiveDays(since, today, wordlessPauses(facts));
  const everAnswered = facts.lastAnswerAt !== undefined;
  return days >= policy.silentDays ? [{ kind: 'no-answer', days, since, everAnswered }] : [];
}

/** Nobody owes an answer from before the registration. */
function wordlessSince({ registeredAt, lastAnswerAt, zone }: StatusFacts): Day {
  const answered = lastAnswerAt && lastAnswerAt > registeredAt ? lastAnswerAt : registeredAt;
  return dayAt(answered, zone);
}

const wordlessPauses = ({ leaves, outages }: StatusFacts): readonly DaySpan[] =>
  outages ? [...leaves, ...outages] : leaves;

function whenLongSilent({ last, days, since, policy }: Seen): readonly StatusReason[] {
  const limit = last ? policy.passiveDays : Math.max(policy.newDays, policy.passiveDays);
  return days > limit ? [{ kind: last ? 'silent' : 'never-started', days, since }] : [];
}

function whenSilent({ last, days, since, policy }: Seen): readonly StatusReason[] {
  const limit = last ? policy.activeDays : policy.newDays;
  return days > limit ? [{ kind: last ? 'silent' : 'never-started', days, since }] : [];
}

const whenUnanswered = ({ facts, policy }: Seen): readonly StatusReason[] =>
  facts.unansweredCheckIns >= policy.unansweredCheckIns
    ? [{ kind: 'unanswered-check-ins', count: facts.unansweredCheckIns }]
    : [];

function whenObstructed({ facts, policy, today }: Seen): readonly StatusReason[] {
  const since = facts.obstacleSince;
  const days = since ? daysBetween(since, today) : 0;
  return since && days > policy.obstacleDays ? [{ kind: 'open-obstacle', days, since }] : [];
}

const looksLike = (one: StatusReading, other: StatusReading): boolean =>
  one.status === other.status && one.overlays.onLeave === other.overlays.onLeave;

/** Every day after `today`, in order, on which some count can pass its limit or a span begins or ends. */
function turningDays(facts: StatusFacts, policy: Policy, today: Day): readonly Day[] {
  const { activities, leaves, obstacleSince } = facts;
  const registeredOn = dayAt(facts.registeredAt, facts.zone);
  const silentLimits = [policy.activeDays, policy.newDays, policy.passiveDays];
  const silentFrom = [registeredOn, ...activities.map(({ endsOn }) => endsOn)];
  const days = [
    ...activities.map(({ startsOn }) => startsOn),
    ...leaves.flatMap(({ from, to }) => [from, addDays(to, 1)]),
    ...silentFrom.flatMap((since) =>
      silentLimits.map((limit) => dayReaching(limit + 1, since, leaves)),
    ),
    dayReaching(policy.silentDays, wordlessSince(facts), wordlessPauses(facts)),
    ...(obstacleSince ? [addDays(obstacleSince, policy.obstacleDays + 1)] : []),
  ];
  return [...new Set(days)].filter((day) => day > today).toSorted();
}
