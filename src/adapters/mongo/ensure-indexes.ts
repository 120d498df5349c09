import type { IndexDefinition, IndexOptions, Schema } from 'mongoose';
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
  await Promise.all(
    byCollection.map(async (schema) => {
      const specs = schema.indexes().map(specOf);
      if (specs.length === 0) return;
      await store.collection(String(schema.get('collection'))).createIndexes(specs);
    }),
  );
}

const specOf = ([keys, options]: readonly [IndexDefinition, IndexOptions]) => {
  const { unique, sparse, expireAfterSeconds, partialFilterExpression: partial } = options;
  return {
    key: keys as Record<string, 1 | -1>,
    unique: unique === true,
    ...(sparse === true ? { sparse } : {}),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
    ...(partial === undefined ? {} : { partialFilterExpression: partial as object }),
  };
};
