import type { Announcement, Audience, Ways } from '../domain/announcement';
import { overlap } from '../domain/group-link';
import { type Recipient, oncePerChat } from '../domain/edition';
import { type Institution, isCalled } from '../domain/institution';
import { type Person, type Role } from '../domain/person';
import { type Reach, reachOf, reaches, wholeReach } from '../domain/rights';
import { stepIn } from '../domain/checklist';
import { nextForCentre } from '../domain/registration';
import type { World } from '../ports';
import type { Group } from '../ports/groups';
import { registrationsOf } from './registration-of';
import { standingsOf } from './standing-of';

/** The roles that speak for the office. */
export const announcers: readonly Role[] = ['officer', 'head'];

/** The institutions whose people somebody of the office may write to; their own ones do not count. */
export function officeReach(person: Person | undefined): Reach {
  const office = person?.grants.filter(({ role }) => announcers.includes(role)) ?? [];
  return { ...reachOf(person && { ...person, grants: office }, false), institutions: [] };
}

/** Whom an announcement reaches, and whom it is meant for besides. */
export interface Reached {
  /** Each chat once; groups come first. */
  readonly recipients: readonly Recipient[];
  /** The titles of groups that the bot is not in any more. */
  readonly groupsLeft: readonly string[];
}

/** Everybody an announcement goes to at `now`, and the groups that it cannot reach. */
export async function reachedBy(
  audience: Audience,
  author: Person,
  world: World,
  now: Date,
): Promise<Reached> {
  const reach = officeReach(author);
  const all = await world.institutions.within(reach);
  const meant = await meantOf(audience, all, world, now);
  const ways = waysOf(audience);
  const groups = ways === 'managers' ? [] : await groupsOf(audience, { meant, reach }, world);
  const people = ways === 'groups' ? [] : await peopleOf(meant, world);
  const there = groups.filter(({ left }) => !left).map((group) => ofGroup(group, all));
  return {
    recipients: oncePerChat([...there, ...people]),
    groupsLeft: groups.filter(({ left }) => left).map(({ title }) => title),
  };
}

/** The regencies of those an announcement is for; 'all' when that depends on the whole office. */
export async function regenciesOf(
  audience: Audience,
  author: Person,
  world: World,
): Promise<Announcement['regencies']> {
  const reach = officeReach(author);
  if (audience.who === 'regencies') return audience.regencies;
  if (audience.who !== 'institutions') return reach.regencies;
  const chosen = new Set(audience.institutions);
  const all = await world.institutions.within(reach);
  return [...new Set(all.filter(({ id }) => chosen.has(id)).map(({ regency }) => regency))];
}

/** Who is silent is nobody's business but the office's, so groups never get what goes by status. */
function waysOf(audience: Audience): Ways {
  if (audience.who === 'groups') return 'groups';
  return 'to' in audience ? audience.to : 'managers';
}

async function meantOf(
  audience: Audience,
  all: readonly Institution[],
  world: World,
  now: Date,
): Promise<readonly Institution[]> {
  switch (audience.who) {
    case 'groups':
    case 'managers':
      return all;
    case 'institutions':
      return all.filter((one) => isAmong(one, audience.institutions));
    case 'regencies':
      return all.filter(({ regency }) => audience.regencies.includes(regency));
    case 'statuses': {
      const standings = await standingsOf(all, world, now);
      const fits = standings.filter(({ reading }) => audience.statuses.includes(reading.status));
      return fits.map(({ institution }) => institution);
    }
    case 'stages':
      return inStages(audience.stages, all, world);
  }
}

/** A duplicate that was merged leads to the one that is left. */
const isAmong = (institution: Institution, ids: readonly string[]): boolean =>
  ids.some((id) => isCalled(institution, id));

/** Stands for those who have nothing left to do. */
export const allDone = 'selesai';

/** Those whose next step stands in one of these stages. */
async function inStages(
  stages: readonly string[],
  all: readonly Institution[],
  world: World,
): Promise<readonly Institution[]> {
  const registering = await registrationsOf(all, world);
  return registering
    .filter(({ checklist, registration, path }) => {
      const next = nextForCentre(checklist, registration, path);
      return stages.includes((next && stepIn(checklist, next.id)?.stage.id) ?? allDone);
    })
    .map(({ institution }) => institution);
}

interface Meant {
  readonly meant: readonly Institution[];
  readonly reach: Reach;
}

/** Groups all of whose institutions are meant: nobody else hears what is said to some. */
async function groupsOf(
  audience: Audience,
  { meant, reach }: Meant,
  world: World,
): Promise<readonly Group[]> {
  const [groups, everyOne] = await Promise.all([
    world.groups.all(),
    world.institutions.within(wholeReach),
  ]);
  const everywhere = [...new Set(everyOne.map(({ regency }) => regency))];
  const fits = (group: Group) => {
    if (group.linkedAt === undefined || !group.institutions) return false;
    if (group.institutions === 'all') {
      const { regencies = [] } = group;
      return coversAll(audience, regencies === 'all' ? everywhere : regencies, reach);
    }
    return group.institutions.every((id) => meant.some((one) => isCalled(one, id)));
  };
  return groups.filter(fits);
}

/** A group that hears of all institutions of some regencies hears what is meant for those regencies. */
function coversAll(audience: Audience, regencies: readonly string[], reach: Reach): boolean {
  if (audience.who === 'institutions') return false;
  const meant = audience.who === 'regencies' ? audience.regencies : reach.regencies;
  if (meant === 'all') return true;
  return regencies.every((one) => meant.includes(one));
}

function ofGroup({ chat, thread, institutions }: Group, all: readonly Institution[]): Recipient {
  const [first] = institutions === 'all' || !institutions ? [] : institutions;
  const institution = all.find((one) => first !== undefined && isCalled(one, first));
  return {
    ...{ key: String(chat), chat },
    ...(thread !== undefined && { thread }),
    ...(institution && { institution: institution.id }),
  };
}

async function peopleOf(
  meant: readonly Institution[],
  world: World,
): Promise<readonly Recipient[]> {
  const ids = new Set(meant.map(({ id }) => id));
  const people = await world.people.running([...ids]);
  return people.flatMap(({ id: person, telegramId: chat, consent, grants }) => {
    if (chat === undefined || consent === undefined) return [];
    const [institution] = grants.flatMap((one) =>
      'institution' in one && ids.has(one.institution) ? one.institution : [],
    );
    return { key: String(chat), chat, person, ...(institution && { institution }) };
  });
}

/** Whether somebody may see an announcement: theirs to handle, or one that also goes to their regencies. */
export function maySee(person: Person | undefined, announcement: Announcement): boolean {
  const { state, regencies } = announcement;
  if (mayHandle(person, announcement)) return true;
  if (state === 'draft' || state === 'dropped') return false;
  return overlap(regencies, officeReach(person).regencies);
}

/** Whether somebody may see an announcement and do something with it; a draft is its author's alone. */
export function mayHandle(
  person: Person | undefined,
  { by, regencies, state }: Pick<Announcement, 'by' | 'regencies' | 'state'>,
): boolean {
  if (!person) return false;
  const reach = officeReach(person);
  if (reach.regencies.length === 0) return false;
  // Of two who finish one draft both would send it.
  if (state === 'draft' || state === 'dropped') return by === person.id;
  if (by === person.id || reach.regencies === 'all') return true;
  return regencies !== 'all' && regencies.every((regency) => reaches(reach, { id: '', regency }));
}
