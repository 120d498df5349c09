import { type MongoStores, mongoStores } from '../../src/adapters/mongo/mongo-stores';
import { monday } from './bot-at-home';
import { indexesOnly, openDatabase } from './open-database';
import { settableClock } from './settable-clock';

/** The stores on a database of their own, with all indexes, and without a bot. */
export async function storesAtHome(): Promise<MongoStores & { close(): Promise<void> }> {
  const { store, close } = await openDatabase(settableClock(monday), indexesOnly);
  return { ...mongoStores(store, () => {}), close };
}

/** An instant so many seconds after Monday morning. */
export const after = (seconds: number): Date => new Date(Date.parse(monday) + seconds * 1_000);
