import type { Institution } from '../domain/institution';
import { wholeReach } from '../domain/rights';
import type { World } from '../ports';
import type { Looked } from './job';

/** The ids of all institutions that are looked after. */
export const eachInstitution = async (world: World): Promise<readonly string[]> =>
  (await world.institutions.within(wholeReach)).map(({ id }) => id);

/** The institution a look is about; undefined once it is gone, archived, or merged into another. */
export async function institutionAt(scope: string, world: World): Promise<Institution | undefined> {
  const institution = await world.institutions.one(scope, wholeReach);
  const isItself = institution?.id === scope && institution.archivedAt === undefined;
  return isItself ? institution : undefined;
}

/** What a look leads to when there is nothing to look at any more. */
export const gone: Looked = { did: 'gone', next: undefined, gone: true };
