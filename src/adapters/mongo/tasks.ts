import type { Task, Tasks } from '../../ports/follow-ups';
import { taskSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { type Keyed, keyed, unkeyed } from './keyed';

/** Keeps officers' tasks in MongoDB. */
export function mongoTasks(store: Store): Tasks {
  const rows = store.model('Task', taskSchema);
  return {
    make: (task) => insertOnce(() => rows.create(keyed(task))),

    async open(institutions) {
      const found = await rows
        .find({ institution: { $in: [...institutions] }, doneAt: null })
        .sort({ dueOn: 1, madeAt: 1, _id: 1 })
        .lean<Keyed<Task>[]>();
      return found.map((row) => unkeyed<Task>(row));
    },

    async one(id) {
      const row = await rows.findOne({ _id: id }).lean<Keyed<Task> | null>();
      return row ? unkeyed<Task>(row) : undefined;
    },

    async done(id, by, at) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, doneAt: null },
        { $set: { doneAt: at, doneBy: by } },
      );
      return modifiedCount === 1 || (await rows.exists({ _id: id, doneBy: by })) !== null;
    },

    async undo(id, by) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, doneBy: by },
        { $unset: { doneAt: 1, doneBy: 1 } },
      );
      return modifiedCount === 1;
    },

    async lapse(institution, kind, at) {
      const { modifiedCount } = await rows.updateMany(
        { institution, kind, doneAt: null },
        { $set: { doneAt: at } },
      );
      return modifiedCount;
    },
  };
}
