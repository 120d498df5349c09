import type { ActivityReport, NilReport } from '../../domain/activity-report';
import { activityKinds } from '../../domain/activity-kind';
import type { HistoryEntry, Reports, Submitted } from '../../ports';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { reportSchema } from './schemas';

type Row = { readonly _id: string; readonly sort: HistoryEntry['kind'] } & Omit<
  ActivityReport & NilReport,
  'id'
>;

const counting = activityKinds.filter(({ countsAsActive }) => countsAsActive).map(({ id }) => id);

const entry = ({ _id: id, sort, ...rest }: Row): HistoryEntry =>
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
    const isNew = await insertOnce(() => rows.create({ _id: id, sort, ...rest }));
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

    async lastActivityOn(institution, today) {
      const counted = { institution, sort: 'activity', kind: { $in: counting } };
      const latest = await rows
        .findOne({ ...counted, startsOn: { $lte: today } }, { endsOn: 1 })
        .sort({ endsOn: -1 })
        .lean<Pick<Row, 'endsOn'> | null>();
      if (!latest) return undefined;
      return latest.endsOn > today ? today : latest.endsOn;
    },
  };
}
