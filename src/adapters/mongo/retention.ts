import { interestDays } from '../../domain/interest';
import type { Store } from './connect';

/** How long the rows of a collection are kept. */
export type Keeping =
  /** The database drops them by an index of the schema. */
  | { readonly index: true }
  /** They go so many days after the moment in `field`. */
  | { readonly days: number; readonly after: string }
  | { readonly kept: string };

const years = (count: number) => count * 365;
const withTheCentre = { kept: 'as long as the centre, by the archive schedule of the office' };
const oneRow = { kept: 'one row, replaced by the next' };

/**
 * How long everything is kept; a new collection needs a line here, and a test says so.
 *
 * UU PDP 27/2022 art. 43–44: what is not needed any more goes, by a schedule that is written down.
 */
export const retention: Readonly<Record<string, Keeping>> = {
  inbox: { index: true },
  outbox: { index: true },
  'job-runs': { index: true },
  imports: { index: true },
  'import-parts': { index: true },
  audit: { days: years(5), after: 'at' },
  invitations: { days: 90, after: 'expiresAt' },
  outages: { days: years(2), after: 'to' },
  forgettings: { days: years(5), after: 'doneAt' },
  announcements: { days: years(5), after: 'madeAt' },
  editions: { days: years(1), after: 'slot' },
  reads: { days: years(1), after: 'at' },
  interests: { days: interestDays, after: 'at' },
  leases: { days: 1, after: 'until' },
  people: { kept: 'as long as they have a role, and a year without one and without a word' },
  chats: { kept: 'as long as the person; unfinished forms a week' },
  contacts: { kept: 'as long as the person or the group' },
  groups: withTheCentre,
  institutions: withTheCentre,
  particulars: withTheCentre,
  registrations: withTheCentre,
  reports: withTheCentre,
  courses: withTheCentre,
  visits: withTheCentre,
  obstacles: withTheCentre,
  leaves: withTheCentre,
  incidents: withTheCentre,
  tasks: withTheCentre,
  expiries: withTheCentre,
  expectations: withTheCentre,
  'past-transitions': withTheCentre,
  'latest-transitions': withTheCentre,
  merges: withTheCentre,
  'merged-rows': withTheCentre,
  rules: { kept: 'what is in force, and the last changes of it' },
  appointments: { kept: 'what is still to come' },
  heartbeats: oneRow,
  'noticed-rules': oneRow,
  pauses: oneRow,
};

const dayMs = 24 * 3_600_000;

/** Deletes what was kept long enough; returns how many rows went. */
export async function expireRows(store: Store, now: Date): Promise<number> {
  let gone = 0;
  for (const [name, keeping] of Object.entries(retention)) {
    if (!('days' in keeping)) continue;
    const before = new Date(now.getTime() - keeping.days * dayMs);
    const { deletedCount } = await store
      .collection(name)
      .deleteMany({ [keeping.after]: { $lt: before } });
    gone += deletedCount;
  }
  return gone;
}

/** Those without a role who have not said a word since `before`. */
export async function leftPeople(
  store: Store,
  before: Date,
): Promise<readonly { readonly id: string; readonly telegramId: number }[]> {
  const left: { id: string; telegramId: number }[] = [];
  const people = store.collection<{ _id: string; telegramId?: number }>('people');
  for await (const { _id: id, telegramId } of people.find({ grants: [] })) {
    if (telegramId === undefined) continue;
    const chat = await store
      .collection<{ _id: number; touchedAt: Date }>('chats')
      .findOne({ _id: telegramId });
    if (chat && chat.touchedAt < before) left.push({ id, telegramId });
  }
  return left;
}
