import type { ActivityReport, NilReport } from '../../domain/activity-report';
import { activityKinds } from '../../domain/activity-kind';
import { byInstitution } from '../../domain/by-institution';
import { notCounted } from '../../domain/review';
import type { HistoryEntry, ReportStanding, Reports, Submitted } from '../../ports';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { reportSchema } from './schemas';

type Row = {
  readonly _id: string;
  readonly sort: HistoryEntry['kind'];
  readonly changes?: unknown;
} & Omit<ActivityReport & NilReport, 'id'>;

const counting = activityKinds.filter(({ countsAsActive }) => countsAsActive).map(({ id }) => id);

/** Planned activities may end after the last one that has begun; more than this many are not planned. */
const activitiesKept = 50;
type Latest = Pick<ActivityReport, 'reportedAt'>;

const entry = ({ _id: id, sort, changes: _changes, ...rest }: Row): HistoryEntry =>
  sort === 'nil'
    ? { kind: 'nil', report: { id, ...rest } }
    : { kind: 'activity', report: { id, ...rest } };

/** Keeps reports in MongoDB. */
export function mongoReports(store: Store): Reports {
  const rows = store.model('Report', reportSchema);
  const submit = async (
    sort: HistoryEntry['kind'],
    { id, ...rest }: ActivityReport | NilReport,
  ) => {
    const unchanged = sort === 'activity' ? { changes: [] } : {};
    const isNew = await insertOnce(() => rows.create({ _id: id, sort, ...rest, ...unchanged }));
    return (isNew ? 'saved' : 'already') satisfies Submitted;
  };

  return {
    submitActivity: (report) => submit('activity', report),
    submitNil: (report) => submit('nil', report),

    async history(institutions, { skip, limit }) {
      const own = { institution: { $in: [...institutions] } };
      const [found, total] = await Promise.all([
        rows.find(own).sort({ reportedAt: -1, _id: 1 }).skip(skip).limit(limit).lean<Row[]>(),
        rows.countDocuments(own),
      ]);
      return { entries: found.map(entry), total };
    },

    async one(id, institutions) {
      const row = await rows
        .findOne({ _id: id, institution: { $in: [...institutions] } })
        .lean<Row | null>();
      return row ? entry(row) : undefined;
    },

    async ended(institutions, from, to) {
      const found = await rows
        .find({
          institution: { $in: [...institutions] },
          ...{ sort: 'activity', endsOn: { $gte: from, $lte: to } },
          review: { $nin: [...notCounted] },
        })
        .lean<Row[]>();
      return found.map(({ _id: id, sort: _sort, changes: _changes, ...rest }) => ({ id, ...rest }));
    },

    async countSince(institutions, from) {
      const counted = await rows.aggregate<{ _id: string; count: number }>([
        { $match: { institution: { $in: [...institutions] }, reportedAt: { $gte: from } } },
        { $group: { _id: '$institution', count: { $sum: 1 } } },
      ]);
      return new Map(counted.map(({ _id, count }) => [_id, count]));
    },

    async answersSince(institution, from) {
      const found = await rows
        .find({ institution, reportedAt: { $gte: from } }, { reportedAt: 1 })
        .sort({ reportedAt: 1 })
        .lean<Latest[]>();
      return found.map(({ reportedAt }) => reportedAt);
    },

    async standings(institutions) {
      const which = { institution: { $in: [...institutions] } };
      const own = byInstitution(await rows.find(which, known).lean<Known[]>());
      return new Map(institutions.map((id) => [id, standingIn(own(id))]));
    },
  };
}

const known = {
  institution: 1,
  sort: 1,
  kind: 1,
  review: 1,
  startsOn: 1,
  endsOn: 1,
  reportedAt: 1,
};
type Known = Pick<
  Row,
  'institution' | 'sort' | 'kind' | 'review' | 'startsOn' | 'endsOn' | 'reportedAt'
>;

function standingIn(rows: readonly Known[]): ReportStanding {
  const activities = rows
    .filter(isCounted)
    .toSorted((one, other) => (one.endsOn < other.endsOn ? 1 : -1))
    .slice(0, activitiesKept)
    .map(({ startsOn, endsOn }) => ({ startsOn, endsOn }));
  const last = rows.reduce((at, { reportedAt }) => Math.max(at, reportedAt.getTime()), 0);
  return { activities, ...(rows.length > 0 && { lastAnswerAt: new Date(last) }) };
}

const isCounted = ({ sort, kind, review }: Known): boolean =>
  sort === 'activity' && counting.includes(kind) && !notCounted.includes(review);
