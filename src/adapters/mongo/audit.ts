import type { Audit, AuditEntry } from '../../ports';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { auditSchema } from './schemas';

type Row = Omit<AuditEntry, 'id'> & { readonly _id: string };

/** Keeps the audit log in MongoDB. */
export function mongoAudit(store: Store): Audit {
  const rows = store.model('Audit', auditSchema);
  return {
    async note({ id, ...rest }) {
      await insertOnce(() => rows.create({ _id: id, ...rest }));
    },

    async page({ skip, limit }) {
      const [found, total] = await Promise.all([
        rows.find().sort({ at: -1, _id: -1 }).skip(skip).limit(limit).lean<Row[]>(),
        rows.estimatedDocumentCount(),
      ]);
      return { entries: found.map(({ _id: id, ...rest }) => ({ id, ...rest })), total };
    },
  };
}
