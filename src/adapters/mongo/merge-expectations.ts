import type { Merge } from '../../domain/merge';
import { mergedExpectation, takenOverExpectation } from '../../domain/merged-records';
import type { KeptExpectation } from '../../ports/follow-ups';
import { expectationSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { mongoExpectations } from './expectations';
import type { InstitutionRow } from './institution-rows';
import { leavingNothing } from './merged-rows';
import { institutionSchema } from './schemas';

type Row = KeptExpectation & { readonly _id: string };

/** Brings over the periods of a duplicate: into the survivor's row of the same period, or as one of its own. */
export function mergeExpectations(store: Store): (merge: Merge) => Promise<void> {
  const rows = store.model('Expectation', expectationSchema);
  const institutions = store.model('Institution', institutionSchema);
  const expectations = mongoExpectations(store);
  const leave = leavingNothing(store);

  const bringOver = async (row: Row, merge: Merge, rhythm: InstitutionRow['rhythm']) => {
    const { _id, ...duplicate } = row;
    const taken = takenOverExpectation(duplicate, merge.into, rhythm);
    await expectations.open(taken);
    for (let written = false; !written;) {
      const survivor = await expectations.of(merge.into, duplicate.period.id);
      if (!survivor) throw new Error('An expectation is gone that was there just now');
      written = await expectations.change(survivor, mergedExpectation(survivor, duplicate));
    }
    await leave(merge, 'expectations', row);
    await rows.deleteOne({ _id });
  };

  return async (merge) => {
    const survivor = await institutions.findOne({ _id: merge.into }).lean<InstitutionRow | null>();
    const found = await rows.find({ institution: merge.from }).lean<Row[]>();
    if (survivor) for (const row of found) await bringOver(row, merge, survivor.rhythm);
  };
}
