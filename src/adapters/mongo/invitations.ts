import type { Invitation } from '../../domain/invitation';
import type { Invitations } from '../../ports';
import type { Store } from './connect';
import { isDuplicateKey } from './duplicate-key';
import { invitationSchema } from './schemas';

type Row = Omit<Invitation, 'code'> & { readonly _id: string; readonly origin?: string };

const invitation = ({ _id, origin: _origin, ...rest }: Row): Invitation => ({ code: _id, ...rest });

/** Keeps invitations in MongoDB. */
export function mongoInvitations(store: Store): Invitations {
  const rows = store.model('Invitation', invitationSchema);
  return {
    async issue({ code, ...rest }, origin) {
      const upsert = () =>
        rows
          .findOneAndUpdate(
            { origin },
            { $setOnInsert: { _id: code, ...rest } },
            { upsert: true, returnDocument: 'after' },
          )
          .lean<Row>();
      const row = await upsert().catch((error: unknown) => {
        if (isDuplicateKey(error)) return upsert();
        throw error;
      });
      return invitation(row);
    },

    async byCode(code) {
      const row = await rows.findOne({ _id: code }).lean<Row | null>();
      return row ? invitation(row) : undefined;
    },

    async claim(code, person, now) {
      const unused = { _id: code, usedBy: null, expiresAt: { $gt: now } };
      const { modifiedCount } = await rows.updateOne(unused, {
        $set: { usedBy: person, usedAt: now },
      });
      if (modifiedCount === 1) return true;
      return (await rows.exists({ _id: code, usedBy: person })) !== null;
    },
  };
}
