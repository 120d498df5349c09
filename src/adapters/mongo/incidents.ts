import type { FollowUp } from '../../domain/follow-up';
import type { Incidents, KeptIncident } from '../../ports/follow-ups';
import { incidentSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { type Keyed, keyed, unkeyed } from './keyed';

type Row = Keyed<KeptIncident> & { readonly open?: true };

const incident = ({ open: _open, ...row }: Row): KeptIncident => unkeyed<KeptIncident>(row);
const maybe = (row: Row | null): KeptIncident | undefined => (row ? incident(row) : undefined);
const isOpen = { open: true } as const;

/** Keeps incidents in MongoDB; a unique index holds them to one open per institution. */
export function mongoIncidents(store: Store): Incidents {
  const rows = store.model('Incident', incidentSchema);
  const one = async (id: string) => maybe(await rows.findOne({ _id: id }).lean<Row | null>());
  const openOf = async (institution: string) =>
    maybe(await rows.findOne({ institution, ...isOpen }).lean<Row | null>());
  /** What a form sends a second time has a later `at`, and is still the same closing. */
  const isClosedBy = (id: string, followUp: FollowUp | undefined) =>
    rows.exists({
      _id: id,
      open: null,
      'followUp.by': followUp?.by ?? null,
      'followUp.action': followUp?.action ?? null,
      'followUp.note': followUp?.note ?? null,
    });

  return {
    one,
    openOf,

    async open(opened) {
      for (;;) {
        await insertOnce(() => rows.create({ ...keyed(opened), ...isOpen }));
        const found = (await openOf(opened.institution)) ?? (await one(opened.id));
        if (found) return found;
        // The other one was closed between the two looks: the place is free now.
      }
    },

    async openIn(institutions) {
      const found = await rows
        .find({ institution: { $in: [...institutions] }, ...isOpen })
        .sort({ openedAt: 1, _id: 1 })
        .lean<Row[]>();
      return found.map(incident);
    },

    async stepDone(id, step, at) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, ...isOpen, 'done.step': { $ne: step } },
        { $push: { done: { step, at } } },
      );
      return modifiedCount === 1;
    },

    async handle(id, handling) {
      for (;;) {
        const found = await rows.findOne({ _id: id, ...isOpen }).lean<Row | null>();
        if (!found) return false;
        const { handlings } = found;
        const last = handlings.at(-1);
        if (last?.by === handling.by && last.until === handling.until) return true;
        const { modifiedCount } = await rows.updateOne(
          { _id: id, ...isOpen, handlings: { $size: handlings.length } },
          { $push: { handlings: handling } },
        );
        if (modifiedCount === 1) return true;
      }
    },

    async close(id, at, followUp) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, ...isOpen },
        { $set: { closedAt: at, ...(followUp && { followUp }) }, $unset: { open: 1 } },
      );
      return modifiedCount === 1 || (await isClosedBy(id, followUp)) !== null;
    },

    async followedUp(institutions, from) {
      const found = await rows
        .find({ institution: { $in: [...institutions] }, 'followUp.at': { $gte: from } })
        .sort({ 'followUp.at': 1, _id: 1 })
        .lean<Row[]>();
      return found.map(incident);
    },
  };
}
