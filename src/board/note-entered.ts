import type { Visitor, World } from '../ports';

/** What an officer entered for an institution. */
export interface EnteredFor {
  /** The id of the form, which is the record's own. */
  readonly id: string;
  readonly sort: 'report' | 'nil' | 'obstacle';
  readonly institution: string;
}

/** Writes down who entered something for an institution, once. */
export const noteEntered = (
  { id, sort, institution }: EnteredFor,
  { person, now }: Visitor,
  { audit }: Pick<World, 'audit'>,
): Promise<void> =>
  audit.note({
    id: `entered:${id}`,
    who: person?.id ?? '',
    did: 'reported',
    what: `${sort} ${id} of ${institution}`,
    at: now,
  });
