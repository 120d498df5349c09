import { areAmong, together, without } from '../src/domain/group-link';
import { isCalled } from '../src/domain/institution';
import type { Visitor, World } from '../src/ports';
import type { Linking } from '../src/ports/groups';
import { type LinkFacts, isAllOfOthers, isPartlyOwn } from './group-link-facts';

/** What changing a link takes, with the topic it is changed from. */
export interface LinkAct {
  readonly facts: LinkFacts;
  readonly thread: number | undefined;
  readonly world: World;
  readonly visitor: Visitor;
}

/** Why nothing was changed, in one sentence; undefined when it was, or what is shown says so. */
export type Hindrance = string | undefined;

const ofOthers =
  'Grup ini dihubungkan dengan semua BLK oleh petugas wilayah lain. Mohon hubungi petugas tersebut.';
const besideOthers =
  'Grup ini juga terhubung dengan BLK di luar wilayah Anda. Mohon pilih BLK-nya satu per satu.';
const hasAll = 'Grup ini sudah terhubung dengan semua BLK itu.';
const notThere = 'Mohon maaf, BLK itu tidak ditemukan di wilayah tugas Anda.';

/** Links a group to one institution more. */
export async function linkOne(id: string, act: LinkAct): Promise<Hindrance> {
  const { facts, world } = act;
  const { group, scope, own } = facts;
  if (isAllOfOthers(facts)) return ofOthers;
  const reach = { institutions: [], regencies: scope };
  const institution = await world.institutions.one(id, reach);
  if (!institution || institution.archivedAt) return notThere;
  if (own.some((one) => one.id === institution.id)) return undefined;
  await note('linked', institution.id, act);
  await world.groups.add(group.chat, institution.id, linkingOf(act));
  return undefined;
}

/** Takes one institution away. */
export async function unlinkOne(id: string, act: LinkAct): Promise<Hindrance> {
  const { facts, world } = act;
  const { group, own } = facts;
  const institution = own.find((one) => isCalled(one, id));
  if (!institution) return undefined;
  await note('unlinked', institution.id, act);
  await world.groups.remove(group.chat, institution.id);
  return undefined;
}

/** Links a group to all institutions of the officer's regencies, beside those it has all of already. */
export async function linkAll(act: LinkAct): Promise<Hindrance> {
  const { facts, world } = act;
  const { group, link, scope, elsewhere } = facts;
  if (elsewhere > 0) return besideOthers;
  const had = link?.institutions === 'all' ? link.regencies : [];
  if (areAmong(scope, had)) return hasAll;
  const regencies = together(had, scope);
  await note('linked', regencies === 'all' ? 'all' : regencies.join(', '), act);
  await world.groups.link(group.chat, { institutions: 'all', regencies }, linkingOf(act));
  return undefined;
}

/** Takes away all that is the officer's; what others linked stays. */
export async function unlinkOwn(act: LinkAct): Promise<Hindrance> {
  const { facts, world } = act;
  const { group, link, scope, own } = facts;
  if (link?.institutions === 'all') {
    const rest = without(link.regencies, scope);
    if (rest === 'all') return ofOthers;
    await note('unlinked', 'all', act);
    if (rest.length === 0) await world.groups.unlink(group.chat);
    else {
      const all = { institutions: 'all', regencies: rest } as const;
      await world.groups.link(group.chat, all, linkingOf(act));
    }
    return undefined;
  }
  for (const { id } of own) await unlinkOne(id, act);
  return undefined;
}

/** Sends to the topic of this message from now on. */
export async function writeHere({ facts, thread, world }: LinkAct): Promise<Hindrance> {
  if (!isPartlyOwn(facts)) return ofOthers;
  if (facts.group.thread !== thread) await world.groups.writeTo(facts.group.chat, thread);
  return undefined;
}

/** A group that is linked already keeps the topic it is written to; looking and adding move nothing. */
function linkingOf({ facts, thread, visitor }: LinkAct): Linking {
  const { person, now } = visitor;
  const topic = facts.link ? facts.group.thread : thread;
  return {
    at: now,
    ...(person && { by: person.id }),
    ...(topic !== undefined && { thread: topic }),
  };
}

/** Written before it is done: a link that nobody answers for must not be. */
const note = (did: 'linked' | 'unlinked', what: string, act: LinkAct): Promise<void> => {
  const { facts, world, visitor } = act;
  const { chat } = facts.group;
  return world.audit.note({
    id: `${did}:${chat}:${what}:${visitor.now.toISOString()}`,
    who: visitor.person?.id ?? 'admin',
    did,
    what: `${chat}: ${what}`,
    at: visitor.now,
  });
};
