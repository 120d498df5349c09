import { type StatusAt, type StatusFacts, statusAt } from '../domain/activity-status';
import { type Day, addDays, dayAt } from '../domain/day';
import type { DaySpan } from '../domain/day-span';
import type { Institution } from '../domain/institution';
import type { Policy } from '../domain/policy';
import type { World } from '../ports';
import type { KeptExpectation, Obstacle } from '../ports/follow-ups';

/** How an institution is doing at a moment, with everything that follows from. */
export interface Standing {
  readonly institution: Institution;
  readonly policy: Policy;
  readonly facts: StatusFacts;
  readonly reading: StatusAt;
  readonly obstacles: readonly Obstacle[];
  readonly lastReportAt?: Date;
}

/** How far back check-ins are looked at for those that were never answered. */
const lookBackDays = 400;
const dayMs = 24 * 3_600_000;

/** Gathers what is known of an institution and computes its status at `now`; nothing is remembered. */
export async function standingOf(
  institution: Institution,
  world: World,
  now: Date,
): Promise<Standing> {
  const [known, policy] = await Promise.all([
    gather(institution, world, now),
    world.rules.policyOf(institution),
  ]);
  const { obstacles, reported } = known;
  const facts = factsFrom(institution, known);
  return {
    institution,
    policy,
    facts,
    reading: statusAt(facts, policy, now),
    obstacles,
    ...(reported.lastAnswerAt && { lastReportAt: reported.lastAnswerAt }),
  };
}

async function gather({ id, zone }: Institution, world: World, now: Date) {
  const [reported, leaves, obstacles, expectations, outages, unreachable] = await Promise.all([
    world.reports.standing(id),
    world.leaves.of(id),
    world.obstacles.open([id]),
    world.expectations.between([id], ...lookBack(now, zone)),
    world.outages.since(new Date(now.getTime() - lookBackDays * dayMs)),
    isUnreachable(id, world),
  ]);
  return { reported, leaves, obstacles, expectations, outages, unreachable };
}

type Known = Awaited<ReturnType<typeof gather>>;

function factsFrom({ zone, registeredAt }: Institution, known: Known): StatusFacts {
  const { reported, leaves, obstacles, expectations, outages, unreachable } = known;
  const lastAnswerAt = lastAnswer(known);
  const [oldest] = obstacles;
  return {
    zone,
    registeredAt,
    activities: reported.activities,
    leaves,
    outages: outages.map(({ from, to }) => wholeDays(from, to, zone)),
    unansweredCheckIns: unansweredSince(expectations, lastAnswerAt, zone),
    unreachable,
    ...(lastAnswerAt && { lastAnswerAt }),
    ...(oldest && { obstacleSince: dayAt(oldest.statedAt, zone) }),
  };
}

/** Any sign of life: a report, a leave, an obstacle, a button of a check-in. */
const lastAnswer = ({ reported, leaves, obstacles, expectations }: Known): Date | undefined =>
  latest([
    reported.lastAnswerAt,
    ...leaves.map(({ enteredAt }) => enteredAt),
    ...obstacles.map(({ statedAt }) => statedAt),
    ...expectations.flatMap((each) => [
      each.tappedAt,
      'answeredAt' in each ? each.answeredAt : undefined,
    ]),
  ]);

const lookBack = (now: Date, zone: string): [Day, Day] => {
  const today = dayAt(now, zone);
  return [addDays(today, -lookBackDays), today];
};

const latest = (moments: readonly (Date | undefined)[]): Date | undefined =>
  moments
    .filter((moment) => moment !== undefined)
    .toSorted((one, other) => other.getTime() - one.getTime())
    .at(0);

/** Only days on which the bot was down from morning to night; a part of a day leaves room to answer. */
function wholeDays(from: Date, to: Date, zone: string): DaySpan {
  return { from: addDays(dayAt(from, zone), 1), to: addDays(dayAt(to, zone), -1) };
}

/** Check-ins that were sent, whose period ended without an answer, since the last answer of any kind. */
function unansweredSince(
  expectations: readonly KeptExpectation[],
  lastAnswerAt: Date | undefined,
  zone: string,
): number {
  const since = lastAnswerAt ? dayAt(lastAnswerAt, zone) : undefined;
  return expectations.filter(
    ({ state, openingSentOn }) =>
      state === 'missed' && openingSentOn !== undefined && (!since || openingSentOn > since),
  ).length;
}

/** Nobody to write to is not the same as nobody who reads: without any contact nothing was ever refused. */
async function isUnreachable(institution: string, world: World): Promise<boolean> {
  const people = await world.people.of(institution);
  const chats = people.flatMap(({ telegramId }) => (telegramId === undefined ? [] : [telegramId]));
  if (chats.length === 0) return false;
  const reached = await world.contacts.of(chats);
  return chats.every((chat) => (reached.get(chat)?.state ?? 'ok') !== 'ok');
}
