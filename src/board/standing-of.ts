import { type StatusAt, type StatusFacts, statusAt } from '../domain/activity-status';
import { byInstitution } from '../domain/by-institution';
import { type Day, addDays, dayAt, startOfDay } from '../domain/day';
import type { DaySpan } from '../domain/day-span';
import type { Institution } from '../domain/institution';
import type { Person } from '../domain/person';
import type { Policy } from '../domain/policy';
import { visitFacts } from '../domain/visit';
import type { World } from '../ports';
import type { KeptExpectation, Obstacle } from '../ports/follow-ups';
import { signsIn } from './signs-in-obstacle';

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
  const shared = await gatherShared([institution], world, now);
  return standingWith(shared, institution, world, now);
}

/** The standing of each of these institutions, in their order. */
export async function standingsOf(
  institutions: readonly Institution[],
  world: World,
  now: Date,
): Promise<readonly Standing[]> {
  const shared = await gatherShared(institutions, world, now);
  return Promise.all(institutions.map((one) => standingWith(shared, one, world, now)));
}

async function standingWith(
  shared: Shared,
  institution: Institution,
  world: World,
  now: Date,
): Promise<Standing> {
  const policy = await world.rules.policyOf(institution);
  const known = shared.of(institution.id);
  const facts = factsFrom(institution, known);
  return {
    institution,
    policy,
    facts,
    reading: statusAt(facts, policy, now),
    obstacles: known.obstacles,
    ...(known.reported.lastAnswerAt && { lastReportAt: known.reported.lastAnswerAt }),
  };
}

/** What can be asked for all institutions at once. */
async function gatherShared(institutions: readonly Institution[], world: World, now: Date) {
  const ids = institutions.map(({ id }) => id);
  const since = new Date(now.getTime() - lookBackDays * dayMs);
  const [reported, leaves, obstacles, closed, expectations, outages, out, visits] =
    await Promise.all([
      world.reports.standings(ids),
      world.leaves.ofAll(ids).then(byInstitution),
      world.obstacles.open(ids).then(byInstitution),
      world.obstacles.closedSince(ids, since).then(byInstitution),
      world.expectations.between(ids, ...lookBack(now)).then(byInstitution),
      world.outages.since(since),
      unreachableOf(ids, world),
      world.visits.confirming(ids).then(byInstitution),
    ]);
  const of = (id: string) => ({
    reported: reported.get(id) ?? { activities: [] },
    ...{ leaves: leaves(id), obstacles: obstacles(id), closed: closed(id) },
    ...{ expectations: expectations(id), outages, unreachable: out.has(id) },
    seen: visitFacts(visits(id)),
  });
  return { of };
}

type Known = ReturnType<Awaited<ReturnType<typeof gatherShared>>['of']>;
type Shared = { of(id: string): Known };

function factsFrom({ zone, registeredAt }: Institution, known: Known): StatusFacts {
  const { reported, leaves, obstacles, expectations, outages, unreachable, seen } = known;
  const lastAnswerAt = lastAnswer(known, zone);
  const [oldest] = obstacles;
  return {
    zone,
    registeredAt,
    activities: [...reported.activities, ...seen.activities],
    leaves,
    outages: outages.map(({ from, to }) => wholeDays(from, to, zone)),
    unansweredCheckIns: unansweredSince(expectations, lastAnswerAt, zone),
    unreachable,
    ...(lastAnswerAt && { lastAnswerAt }),
    ...(oldest && { obstacleSince: dayAt(oldest.statedAt, zone) }),
    ...(seen.passiveConfirmed && { passiveConfirmed: seen.passiveConfirmed }),
  };
}

/** Any sign of life: a report, a leave, an obstacle, a button of a check-in, activity that an officer saw. */
const lastAnswer = (
  { reported, leaves, obstacles, closed, expectations, seen }: Known,
  zone: string,
): Date | undefined =>
  latest([
    seen.lastSeenActiveOn && startOfDay(seen.lastSeenActiveOn, zone),
    reported.lastAnswerAt,
    ...leaves.map(({ enteredAt }) => enteredAt),
    ...[...obstacles, ...closed].flatMap(signsIn),
    ...expectations.flatMap((each) => [
      each.tappedAt,
      'answeredAt' in each ? each.answeredAt : undefined,
    ]),
  ]);

/** Wide enough for every zone: periods that have not opened yet have no row. */
const lookBack = (now: Date): [Day, Day] => {
  const today = dayAt(now, 'UTC');
  return [addDays(today, -lookBackDays), addDays(today, 1)];
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
async function unreachableOf(
  institutions: readonly string[],
  world: World,
): Promise<ReadonlySet<string>> {
  const people = await world.people.running(institutions);
  const reached = await world.contacts.of(people.flatMap(({ telegramId }) => telegramId ?? []));
  const isOut = (chat: number) => (reached.get(chat)?.state ?? 'ok') !== 'ok';
  const chats = byInstitution(people.flatMap(chatsOf));
  return new Set(
    institutions.filter((id) => {
      const own = chats(id);
      return own.length > 0 && own.every(({ chat }) => isOut(chat));
    }),
  );
}

/** The chat of a person, for each institution they answer for. */
const chatsOf = ({ telegramId: chat, grants }: Person) =>
  grants.flatMap((grant) =>
    chat !== undefined && 'institution' in grant ? [{ institution: grant.institution, chat }] : [],
  );
