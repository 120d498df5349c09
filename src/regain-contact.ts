import { ownInstitutions } from './domain/rights';
import type { Clock, World } from './ports';

/** What has to know that a chat can be reached again. */
export interface RegainingNeeds extends Pick<World, 'people' | 'appointments'> {
  readonly contacts: { reachable(chat: number, at: Date): Promise<boolean> };
  readonly clock: Clock;
  /** Told before a group is marked. */
  readonly groupBack?: (chat: number) => Promise<void>;
}

/** Marks a chat as within reach; what its centre could not be asked meanwhile is looked at again. */
export const regainContact =
  ({ contacts, people, appointments, clock, groupBack }: RegainingNeeds) =>
  async (chat: number): Promise<void> => {
    const now = clock.now();
    if (chat < 0) await groupBack?.(chat);
    if (!(await contacts.reachable(chat, now))) return;
    const person = await people.byTelegram(chat);
    for (const institution of ownInstitutions(person))
      for (const job of ['check-in', 'status']) await appointments.hurry(job, institution, now);
  };
