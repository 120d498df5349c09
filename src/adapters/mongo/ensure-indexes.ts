import type { Schema } from 'mongoose';
import * as clockworkSchemas from './clockwork-schemas';
import type { Store } from './connect';
import * as schemas from './schemas';

const byCollection: readonly Schema[] = [
  ...Object.values(schemas),
  ...Object.values(clockworkSchemas),
];

/**
 * Builds every declared index, and throws when one can't be built.
 *
 * Counting once rests on the unique ones, so the bot must not start without them.
 */
export async function ensureIndexes(store: Store): Promise<void> {
  for (const schema of byCollection) {
    const name = String(schema.get('collection'));
    const collection = store.collection(name);
    for (const [keys, options] of schema.indexes()) {
      const { unique, sparse, expireAfterSeconds, partialFilterExpression: partial } = options;
      await collection.createIndex(
        keys as Record<string, 1 | -1>,
        {
          unique: unique === true,
          ...(sparse === true ? { sparse } : {}),
          ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
          ...(partial === undefined ? {} : { partialFilterExpression: partial }),
        },
        {},
      );
    }
  }
}
