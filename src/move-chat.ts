import type { Clock, Contacts, Departures, OnMigration } from './ports';

/** What has to know that a group became a supergroup. */
export interface MovingNeeds {
  readonly contacts: Contacts;
  readonly departures: Departures;
  readonly onMigration: readonly OnMigration[];
  readonly clock: Clock;
}

/**
 * Follows a group to its new id: for good, over restarts, and with everything that waits for it.
 *
 * A second time changes nothing; the new id is kept first, so that a crash in between is made good
 * by the next message to the old one.
 */
export const moveChat =
  ({ contacts, departures, onMigration, clock }: MovingNeeds): OnMigration =>
  async (from, to) => {
    await contacts.moved(from, to, clock.now());
    await departures.readdress(from, to);
    for (const tell of onMigration) await tell(from, to);
  };
