import type { Schema } from 'mongoose';
import * as clockwork from '../../../src/adapters/mongo/clockwork-schemas';
import * as schemas from '../../../src/adapters/mongo/schemas';

/** Collections that know institutions, and what becomes of that when two are merged. */
const known: Readonly<Record<string, string>> = {
  reports: 'brought over',
  visits: 'brought over',
  courses: 'brought over',
  interests: 'brought over',
  announcements: 'name institutions by their ids; that of a duplicate leads to the survivor',
  editions: 'who got it at that time got it',
  particulars: 'brought over',
  leaves: 'brought over',
  obstacles: 'brought over',
  tasks: 'brought over',
  expiries: 'brought over',
  incidents: 'brought over, one open at most',
  expectations: 'brought over, period by period',
  'past-transitions': 'brought over',
  'latest-transitions': 'becomes a past one; the status is computed anew',
  registrations: 'brought over, step by step',
  rules: 'brought over unless the survivor has its own',
  people: 'grants are rewritten',
  invitations: 'grants are rewritten',
  groups: 'hear of the survivor',
  outbox: 'check-ins about the duplicate are cancelled',
  institutions: 'the duplicate leads to the survivor',
  merges: 'are what says so',
  appointments: 'a look at an institution that is none any more ends by itself',
  'job-runs': 'what was done stays done',
  audit: 'says what was done at that time',
  'merged-rows': 'keep what went up in others',
  forgettings: 'names what the person ran, for the hour it takes to forget them',
  chats: 'open forms are led to the survivor as they go on',
};

/** Collections that know no institution. */
const strangers = [
  ...['inbox', 'leases', 'contacts', 'pauses', 'heartbeats', 'outages', 'noticed-rules'],
  ...['imports', 'import-parts', 'reads'],
];

it('decides for every collection what becomes of it when two institutions are merged', () => {
  const all = [...Object.values(schemas), ...Object.values(clockwork)] as Schema[];
  const names = [...new Set(all.map((schema) => String(schema.get('collection'))))];
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !(name in known) && !strangers.includes(name))).toEqual([]);
});

it('knows no institution in a collection of strangers', () => {
  const all = [...Object.values(schemas), ...Object.values(clockwork)] as Schema[];
  const knowing = all.filter((schema) =>
    Object.keys(schema.paths).some((path) => /institution/iu.test(path)),
  );
  expect(
    knowing
      .map((schema) => String(schema.get('collection')))
      .filter((name) => strangers.includes(name)),
  ).toEqual([]);
});
