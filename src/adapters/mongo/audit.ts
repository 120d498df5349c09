import type { Audit } from '../../ports';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { auditSchema } from './schemas';

/** Keeps the audit log in MongoDB. */
export function mongoAudit(store: Store): Audit {
  const rows = store.model('Audit', auditSchema);
  return {
    async note({ id, ...rest }) {
      await insertOnce(() => rows.create({ _id: id, ...rest }));
    },
  };
}
