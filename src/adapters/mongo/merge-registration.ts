import type { Merge } from '../../domain/merge';
import { mergedRegistration } from '../../domain/merged-records';
import type { Registration } from '../../domain/registration';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { leavingNothing } from './merged-rows';
import { registrationSchema } from './schemas';

type Row = Omit<Registration, 'institution'> & { readonly _id: string };

const registration = ({ _id: institution, ...rest }: Row): Registration => ({
  institution,
  ...rest,
});

/** Brings over the registration of a duplicate, step by step into the survivor's if that was begun. */
export function mergeRegistration(store: Store): (merge: Merge) => Promise<void> {
  const rows = store.model('Registration', registrationSchema);
  const one = (id: string) => rows.findOne({ _id: id }).lean<Row | null>();

  const writeOver = async (duplicate: Row, into: string): Promise<boolean> => {
    const survivor = await one(into);
    if (!survivor) return insertOnce(() => rows.create({ ...duplicate, _id: into }));
    const { turn } = survivor;
    const { institution: _id, ...merged } = mergedRegistration(
      registration(survivor),
      registration(duplicate),
    );
    const { matchedCount } = await rows.updateOne(
      { _id: into, turn },
      { $set: { ...merged, turn: turn + 1 } },
    );
    return matchedCount === 1;
  };

  const leave = leavingNothing(store);
  return async (merge) => {
    const duplicate = await one(merge.from);
    if (!duplicate) return;
    // Somebody may be writing in the survivor's in the same moment: theirs is the one to add to.
    while (!(await writeOver(duplicate, merge.into)));
    await leave(merge, 'registrations', duplicate);
    await rows.deleteOne({ _id: merge.from, turn: duplicate.turn });
  };
}
