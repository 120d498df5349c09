import type { Health } from '../../ports/health';
import type { Store } from './connect';

const weekMs = 7 * 24 * 3_600_000;

/** Counts what waits and what failed, in MongoDB. */
export function mongoHealth(store: Store): Health {
  const count = (name: string, which: object) => store.collection(name).countDocuments(which);
  return {
    async counts(now) {
      const lately = { doneAt: { $gte: new Date(now.getTime() - weekMs) } };
      const [waiting, aside, due, later, failed, unreachable] = await Promise.all([
        count('inbox', { state: 'new' }),
        count('inbox', { state: 'aside' }),
        count('outbox', { state: { $in: ['scheduled', 'sending'] }, notBefore: { $lte: now } }),
        count('outbox', { state: 'scheduled', notBefore: { $gt: now } }),
        count('outbox', { state: 'failed', ...lately }),
        count('contacts', { state: { $ne: 'ok' } }),
      ]);
      return { updates: { waiting, aside }, messages: { due, later, failed }, unreachable };
    },
  };
}
