import type { ReviewState } from '../../src/domain/activity-report';
import {
  type KeptReport,
  type ReportChange,
  type ReviewMove,
  changedFields,
  mayBeDone,
  standingNote,
  stateAfter,
} from '../../src/domain/review';
import { anActivity } from '../support/reports';

const states: readonly ReviewState[] = [
  ...(['received', 'corrected', 'needs-work', 'approved', 'rejected'] as const),
];
const content = ({ kind, details, startsOn, endsOn, men, women, photos }: KeptReport) => ({
  ...{ kind, details, startsOn, endsOn, men, women, photos },
});
const aChange = (its: Partial<ReportChange> = {}): ReportChange => ({
  id: 'F',
  does: 'correct',
  by: 'HAMDAN',
  at: new Date('2026-11-23T02:00:00Z'),
  from: 'received',
  to: 'corrected',
  ...its,
});
const kept = (its: Partial<KeptReport> = {}): KeptReport => ({
  ...anActivity(),
  changes: [],
  ...its,
});

describe('what may be done with a report', () => {
  it.each<[ReviewMove, readonly ReviewState[], ReviewState]>([
    ['approve', ['received', 'corrected', 'needs-work'], 'approved'],
    ['return', ['received', 'corrected'], 'needs-work'],
    ['reject', ['received', 'corrected', 'needs-work'], 'rejected'],
    ['reopen', ['approved', 'rejected'], 'needs-work'],
    ['correct', ['received', 'corrected', 'needs-work'], 'corrected'],
  ])('%s: only in %j', (does, from, to) => {
    expect(states.filter((state) => mayBeDone(does, state))).toEqual(from);
    expect(stateAfter(does)).toBe(to);
  });
});

describe('the note that is to be heeded', () => {
  const returned = aChange({ does: 'return', to: 'needs-work', note: 'Mohon jumlahnya diperiksa' });

  it('is that of the last return or rejection', () => {
    const earlier = { ...returned, note: 'Lama' };
    expect(standingNote(kept({ review: 'needs-work', changes: [earlier, returned] }))?.note).toBe(
      'Mohon jumlahnya diperiksa',
    );
  });

  it('is none once the report was corrected or approved', () => {
    const changes = [returned, aChange()];
    expect(standingNote(kept({ review: 'corrected', changes }))).toBeUndefined();
    expect(standingNote(kept({ review: 'approved', changes }))).toBeUndefined();
  });
});

describe('what a correction changed', () => {
  const first = kept();
  const second = kept({ details: { ...first.details, men: 12 }, photos: [] });

  it('is told field by field, in the words of the summary', () => {
    const now = { ...second, changes: [aChange({ before: content(first) })] };
    expect(changedFields(now, 0)).toEqual([
      { label: 'Peserta laki-laki', was: '10', became: '12' },
    ]);
  });

  it('is measured against the version that followed, not the last one', () => {
    const changes = [
      aChange({ before: content(first) }),
      aChange({ does: 'return', to: 'needs-work' }),
      aChange({ before: content(second) }),
    ];
    const now = kept({ details: { ...first.details, men: 15 }, changes });
    expect(changedFields(now, 0)).toMatchObject([{ was: '10', became: '12' }]);
    expect(changedFields(now, 1)).toEqual([]);
    expect(changedFields(now, 2)).toMatchObject([{ was: '12', became: '15' }]);
  });

  it('names another kind, and photos that were replaced by as many others', () => {
    const photo = (uniqueId: string) => [{ fileId: `file ${uniqueId}`, uniqueId }];
    const before = { ...content(first), kind: 'inkubasi', photos: photo('a') } as const;
    const now = { ...first, photos: photo('b'), changes: [aChange({ before })] };
    expect(changedFields(now, 0)).toEqual([
      {
        label: 'Jenis kegiatan',
        was: 'Pendampingan wirausaha',
        became: 'Kelas singkat santri/warga',
      },
      { label: 'Foto', was: '1 foto', became: '1 foto lain' },
    ]);
  });
});
