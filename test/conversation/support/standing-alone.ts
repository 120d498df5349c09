import type { Heard, Said } from '../../../src/conversation/heard';
import type { Draft } from '../../../src/conversation/memory';
import { type Place, type Surroundings, placeIn } from '../../../src/conversation/place';
import { asDay } from '../../../src/domain/day';
import type { Role } from '../../../src/domain/person';
import type { AnyForm } from '../../../src/scene';

const now = new Date('2026-11-23T01:00:00Z');
const today = asDay('2026-11-23')!;

/** What steps may look at, on Monday 23 November 2026, for somebody who may do everything. */
export const around = (facts: unknown = {}): Surroundings => ({
  facts,
  today,
  visitor: {
    telegramId: 1001,
    telegramName: 'Ahmad Hamdan',
    roles: new Set<Role>(['public', 'manager', 'officer', 'head', 'admin']),
    reach: { institutions: [], regencies: 'all' },
    zone: 'Asia/Makassar',
    now,
    today,
  },
});

/** Answers in words. */
export const words = (given: Readonly<Record<string, string>>): Heard =>
  Object.fromEntries(
    Object.entries(given).map(([name, said]): [string, Said] => [name, { words: said }]),
  );

/** A draft that has heard this. */
export const draftOf = ({ command }: AnyForm, heard: Heard = {}): Draft => ({
  id: 'A123456789',
  command,
  argument: '',
  heard,
  startedAt: now,
  touchedAt: now,
});

/** The place after these answers, which must be a step. */
export function stepAfter(form: AnyForm, heard: Heard = {}, facts: unknown = {}) {
  const place: Place = placeIn(form, heard, around(facts));
  if (place.at !== 'step') throw new Error('Nothing is left to ask');
  return place;
}
