import type { ActivityReport, ReviewState } from '../../domain/activity-report';
import { type KeptReport, waitingStates } from '../../domain/review';
import type { ReviewList, ReviewPage, Reviews } from '../../ports/reviews';
import type { Store } from './connect';
import { reportSchema } from './schemas';

type Row = Omit<KeptReport, 'id'> & { readonly _id: string; readonly sort: 'activity' };

const report = ({ _id: id, sort: _sort, ...rest }: Row): KeptReport => ({ id, ...rest });
const activities = (institutions: readonly string[]) => ({
  institution: { $in: [...institutions] },
  sort: 'activity',
});

/** Keeps what is done with reports in the reports themselves, in MongoDB. */
export function mongoReviews(store: Store): Reviews {
  const rows = store.model('Report', reportSchema);
  const one = async (which: object) => {
    const row = await rows.findOne({ ...which, sort: 'activity' }).lean<Row | null>();
    return row ? report(row) : undefined;
  };
  const list = async (
    which: object,
    order: 1 | -1,
    { skip, limit }: ReviewPage,
  ): Promise<ReviewList> => {
    const [found, total] = await Promise.all([
      rows
        .find(which)
        .sort({ reportedAt: order, _id: order })
        .skip(skip)
        .limit(limit)
        .lean<Row[]>(),
      rows.countDocuments(which),
    ]);
    return { reports: found.map(report), total };
  };

  return {
    waiting: (institutions, page) =>
      list({ ...activities(institutions), review: { $in: [...waitingStates] } }, 1, page),

    settled: (institutions, page) =>
      list({ ...activities(institutions), review: { $nin: [...waitingStates] } }, -1, page),

    async returned(institutions) {
      const found = await rows
        .find({ ...activities(institutions), review: 'needs-work' satisfies ReviewState })
        .sort({ reportedAt: 1, _id: 1 })
        .lean<Row[]>();
      return found.map(report);
    },

    one: (id, institutions) => one({ _id: id, institution: { $in: [...institutions] } }),

    async change(seen, change, content) {
      const { id, changes } = seen;
      await rows.updateOne(
        { _id: id, changes: { $size: changes.length }, 'changes.id': { $ne: change.id } },
        {
          $set: { review: change.to, ...(content && corrected(seen, content)) },
          $push: { changes: change },
        },
      );
      const now = (await one({ _id: id })) ?? seen;
      return {
        is: now.changes.some((each) => each.id === change.id) ? 'done' : 'overtaken',
        report: now,
      };
    },

    async counts(institutions, from) {
      const counted = await rows.aggregate<{ _id: ReviewState; count: number }>([
        { $match: { ...activities(institutions), reportedAt: { $gte: from } } },
        { $group: { _id: '$review', count: { $sum: 1 } } },
      ]);
      return new Map(counted.map(({ _id, count }) => [_id, count]));
    },
  };
}

const corrected = ({ version }: ActivityReport, content: Partial<ActivityReport>) => ({
  ...content,
  version: version + 1,
});
