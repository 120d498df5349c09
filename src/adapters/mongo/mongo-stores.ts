import type { Memories } from '../../conversation/memories';
import type { Departures, Inbox, World } from '../../ports';
import type { Clockwork } from '../../ports/clockwork';
import type { RulesFile } from '../../ports/rules';
import { mongoAnnouncements } from './announcements';
import { mongoAudit } from './audit';
import { clockworkStores, noRulesFile } from './clockwork-stores';
import type { Store } from './connect';
import { mongoContacts } from './contacts';
import { mongoCourses } from './courses';
import { mongoDepartures } from './departures';
import { mongoEditions } from './editions';
import { mongoGroups } from './groups';
import { mongoHealth } from './health';
import { mongoImports } from './imports';
import { mongoInbox } from './inbox';
import { mongoInstitutions } from './institutions';
import { mongoInterests } from './interests';
import { mongoInvitations } from './invitations';
import { mongoMemories } from './memories';
import { mongoOutbox } from './outbox';
import { mongoParticulars } from './particulars';
import { mongoVisits } from './visits';
import { mongoMerges } from './merges';
import { mongoPeople } from './people';
import { mongoReads } from './reads';
import { mongoRegistrations } from './registrations';
import { mongoReports } from './reports';
import { mongoReviews } from './reviews';
import { mongoSent } from './sent';
import { mongoTraces } from './traces';

/** Everything the bot keeps, by the port that asks for it. */
export type MongoStores = Pick<
  World,
  | 'institutions'
  | 'particulars'
  | 'imports'
  | 'visits'
  | 'courses'
  | 'announcements'
  | 'editions'
  | 'reads'
  | 'interests'
  | 'health'
  | 'merges'
  | 'people'
  | 'invitations'
  | 'reports'
  | 'reviews'
  | 'registrations'
  | 'audit'
  | 'traces'
  | 'outbox'
  | 'contacts'
  | 'groups'
  | 'sent'
> &
  Clockwork & {
    readonly inbox: Inbox;
    readonly departures: Departures;
    readonly memories: Memories;
  };

/** Opens every collection on one connection; `onPut` is told when the outbox has something new. */
export const mongoStores = (
  store: Store,
  onPut: () => void,
  file: RulesFile = noRulesFile,
): MongoStores => ({
  ...clockworkStores(store, file),
  institutions: mongoInstitutions(store),
  particulars: mongoParticulars(store),
  imports: mongoImports(store),
  visits: mongoVisits(store),
  courses: mongoCourses(store),
  announcements: mongoAnnouncements(store),
  editions: mongoEditions(store),
  reads: mongoReads(store),
  interests: mongoInterests(store),
  health: mongoHealth(store),
  merges: mongoMerges(store),
  people: mongoPeople(store),
  invitations: mongoInvitations(store),
  reports: mongoReports(store),
  reviews: mongoReviews(store),
  registrations: mongoRegistrations(store),
  audit: mongoAudit(store),
  traces: mongoTraces(store),
  outbox: mongoOutbox(store, onPut),
  contacts: mongoContacts(store),
  groups: mongoGroups(store),
  sent: mongoSent(store),
  inbox: mongoInbox(store),
  departures: mongoDepartures(store),
  memories: mongoMemories(store),
});
