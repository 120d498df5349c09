import type { GoodRow } from '../../domain/read-import';
import type { Imports, KeptImport } from '../../ports/imports';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { importPartSchema, importSchema } from './import-schemas';
import { type Keyed, keyed, unkeyed } from './keyed';

const rowsPerPart = 250;

interface Part {
  readonly _id: string;
  readonly import: string;
  readonly number: number;
  readonly rows: readonly GoodRow[];
  readonly doneAt?: Date;
}

const partId = (id: string, number: number) => `${id}:${number}`;

/** Keeps imports in MongoDB; the parts come first, so that an import that is there is there whole. */
export function mongoImports(store: Store): Imports {
  const imports = store.model('Import', importSchema);
  const parts = store.model('ImportPart', importPartSchema);
  return {
    async keep(kept, rows) {
      const { id, at } = kept;
      for (let number = 0; number * rowsPerPart < rows.length; number += 1) {
        const some = rows.slice(number * rowsPerPart, (number + 1) * rowsPerPart);
        const part = { _id: partId(id, number), import: id, number, rows: some, at };
        await insertOnce(() => parts.create(part));
      }
      await insertOnce(() => imports.create(keyed(kept)));
    },

    async one(id) {
      const row = await imports.findOne({ _id: id }).lean<Keyed<KeptImport> | null>();
      return row ? unkeyed<KeptImport>(row) : undefined;
    },

    async nextPart(id) {
      const part = await parts
        .findOne({ import: id, doneAt: null })
        .sort({ number: 1 })
        .lean<Part | null>();
      return part ? { number: part.number, rows: part.rows } : undefined;
    },

    async partDone(id, number, at) {
      await parts.updateOne({ _id: partId(id, number) }, { $set: { doneAt: at } });
    },

    async finish(id, at) {
      await imports.updateOne({ _id: id, finishedAt: null }, { $set: { finishedAt: at } });
    },
  };
}
