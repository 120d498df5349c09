import type { Announcement, AnnouncementEnd, AnnouncementState } from '../../domain/announcement';
import type { Announcements } from '../../ports/announcements';
import { announcementSchema } from './announcement-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { type Keyed, keyed, unkeyed } from './keyed';

type Row = Keyed<Announcement>;

/** Keeps announcements in MongoDB; each change is one conditional write. */
export function mongoAnnouncements(store: Store): Announcements {
  const rows = store.model('Announcement', announcementSchema);
  const one = async (id: string) => {
    const row = await rows.findOne({ _id: id }).lean<Row | null>();
    return row ? unkeyed<Announcement>(row) : undefined;
  };
  return {
    one,

    async add(announcement) {
      await insertOnce(() => rows.create(keyed(announcement)));
    },

    async page({ by, regencies }, { skip, limit }) {
      const which = { state: { $ne: 'dropped' }, $or: [{ by }, touching(regencies)] };
      const [found, total] = await Promise.all([
        rows.find(which).sort({ madeAt: -1, _id: -1 }).skip(skip).limit(limit).lean<Row[]>(),
        rows.countDocuments(which),
      ]);
      return { announcements: found.map((row) => unkeyed<Announcement>(row)), total };
    },

    async plan(id, firstAt) {
      await rows.updateOne({ _id: id, state: 'draft' }, { $set: { state: 'planned', firstAt } });
      const now = await one(id);
      return now?.state === 'planned' && now.firstAt?.getTime() === firstAt.getTime();
    },

    async end(id, how, why) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, state: { $in: endsFrom[how] } },
        { $set: { state: how, ...(why !== undefined && { why }) } },
      );
      return modifiedCount === 1;
    },

    async goOn(id) {
      await rows.updateOne(
        { _id: id, state: 'stopped' },
        { $set: { state: 'planned' }, $unset: { why: 1 } },
      );
    },

    async reword(id, wording) {
      await rows.updateOne(
        { _id: id, 'wordings.id': { $ne: wording.id } },
        { $push: { wordings: wording } },
      );
    },

    async planned() {
      const found = await rows.find({ state: 'planned' }, { _id: 1 }).lean<Row[]>();
      return found.map(({ _id }) => _id);
    },
  };
}

/** What a state may be ended from: whatever was confirmed in the meantime is not dropped. */
const endsFrom: Readonly<Record<AnnouncementEnd, readonly AnnouncementState[]>> = {
  dropped: ['draft'],
  stopped: ['draft', 'planned'],
  withdrawn: ['draft', 'planned', 'stopped'],
};

/** Rows that go to some of these regencies; what nobody confirmed is its author's alone. */
const touching = (regencies: readonly string[] | 'all') => ({
  state: { $ne: 'draft' },
  ...(regencies !== 'all' && {
    $or: [{ regencies: 'all' }, { regencies: { $in: [...regencies] } }],
  }),
});
