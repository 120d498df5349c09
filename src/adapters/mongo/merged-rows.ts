import type { Merge } from '../../domain/merge';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { mergedRowSchema } from './schemas';

/** Keeps a row of a duplicate as it was, before it goes up in one of the survivor. */
export function leavingNothing(store: Store) {
  const rows = store.model('MergedRow', mergedRowSchema);
  return async (merge: Merge, of: string, row: { readonly _id: string }): Promise<void> => {
    const _id = `${merge.id}:${of}:${row._id}`;
    await insertOnce(() => rows.create({ _id, merge: merge.id, of, row }));
  };
}
