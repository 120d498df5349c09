import type { KeptReport, ReportChange } from '../../../src/domain/review';
import type { Reports } from '../../../src/ports';
import type { Reviews } from '../../../src/ports/reviews';
import { aNil, anActivity } from '../../support/reports';
import { after, storesAtHome } from '../../support/stores-at-home';

let reports: Reports;
let reviews: Reviews;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ reports, reviews, close } = await storesAtHome());
});
afterEach(() => close());

const own = ['bina-iman'];
const all = { skip: 0, limit: 10 };

const approval = (by: string): ReportChange => ({
  id: `0.approve.${by}`,
  does: 'approve',
  by,
  at: after(1),
  from: 'received',
  to: 'approved',
});

/** A correction that counts two more men. */
const correction = (seen: KeptReport, by = 'HAMDAN') => {
  const { kind, details, startsOn, endsOn, men, women, photos } = seen;
  const before = { kind, details, startsOn, endsOn, men, women, photos };
  const change: ReportChange = {
    id: `FORM OF ${by}`,
    does: 'correct',
    by,
    at: after(2),
    from: seen.review,
    to: 'corrected',
    before,
  };
  return { change, content: { ...before, men: 12, details: { ...details, men: 12 } } };
};

const submitted = async (its: Parameters<typeof anActivity>[0] = {}): Promise<KeptReport> => {
  await reports.submitActivity(anActivity(its));
  return { ...anActivity(its), changes: [] };
};

describe('mongoReviews', () => {
  it('lists what waits, oldest first, and what does not, newest first', async () => {
    await submitted({ id: 'B', reportedAt: after(2) });
    await submitted({ id: 'A', reportedAt: after(1), review: 'corrected' });
    await submitted({ id: 'C', reportedAt: after(0), review: 'approved' });
    await submitted({ id: 'D', reportedAt: after(3), review: 'needs-work' });
    await submitted({ id: 'X', institution: 'al-ikhsan' });
    await reports.submitNil(aNil());
    const ids = ({ reports: some }: { reports: readonly KeptReport[] }) => some.map(({ id }) => id);
    expect(ids(await reviews.waiting(own, all))).toEqual(['A', 'B']);
    expect(ids(await reviews.settled(own, all))).toEqual(['D', 'C']);
    expect(await reviews.waiting(own, { skip: 1, limit: 1 })).toMatchObject({ total: 2 });
    expect((await reviews.waiting([], all)).total).toBe(0);
  });

  it('hands back a report of these institutions only, and no nil report', async () => {
    const seen = await submitted();
    await reports.submitNil(aNil());
    expect(await reviews.one(seen.id, own)).toEqual(seen);
    expect(await reviews.one(seen.id, ['al-ikhsan'])).toBeUndefined();
    expect(await reviews.one('9876543210', own)).toBeUndefined();
  });

  it('lets one of many officers win, who may say so twice', async () => {
    const seen = await submitted();
    const changes = Array.from({ length: 10 }, (_, n) => approval(`OFFICER${n}`));
    const done = await Promise.all(changes.map((change) => reviews.change(seen, change)));
    const winners = done.flatMap(({ is }, n) => (is === 'done' ? [n] : []));
    expect(winners).toHaveLength(1);
    const winner = changes[winners[0]!]!;
    expect((await reviews.change(seen, { ...winner, at: after(9) })).is).toBe('done');
    expect(await reviews.one(seen.id, own)).toEqual({
      ...seen,
      review: 'approved',
      changes: [winner],
    });
  });

  it('lets either the correction or the approval of the same version through, never both', async () => {
    const seen = await submitted();
    const { change, content } = correction(seen);
    const [corrected, approved] = await Promise.all([
      reviews.change(seen, change, content),
      reviews.change(seen, approval('RATNA')),
    ]);
    expect([corrected.is, approved.is].toSorted()).toEqual(['done', 'overtaken']);
    const now = await reviews.one(seen.id, own);
    expect(now?.changes).toHaveLength(1);
    expect([now?.review, now?.men]).toEqual(
      corrected.is === 'done' ? ['corrected', 12] : ['approved', 10],
    );
  });

  it('keeps every version: who, when, what was and what is', async () => {
    const seen = await submitted();
    const { change, content } = correction(seen);
    const { report } = await reviews.change(seen, change, content);
    expect(report).toMatchObject({ men: 12, version: 2, review: 'corrected' });
    expect(report.changes).toEqual([change]);
    expect(change.before).toMatchObject({ men: 10, details: { men: 10 } });
    expect((await reviews.change(seen, change, content)).report.version).toBe(2);
  });

  it('does not let a rejected report count as an activity, but as a word', async () => {
    const seen = await submitted();
    const standing = async () => (await reports.standings(['bina-iman'])).get('bina-iman');
    expect((await standing())?.activities).toHaveLength(1);
    await reviews.change(seen, { ...approval('RATNA'), does: 'reject', to: 'rejected' });
    expect(await standing()).toEqual({
      activities: [],
      lastAnswerAt: seen.reportedAt,
    });
  });

  it('counts the reports since a day by their state', async () => {
    await submitted({ id: 'A', review: 'approved', reportedAt: after(1) });
    await submitted({ id: 'B', review: 'approved', reportedAt: after(2) });
    await submitted({ id: 'C', reportedAt: after(3) });
    await submitted({ id: 'D', review: 'rejected', reportedAt: after(-1) });
    await reports.submitNil(aNil({ reportedAt: after(2) }));
    expect(await reviews.counts(own, after(0))).toEqual(
      new Map([
        ['approved', 2],
        ['received', 1],
      ]),
    );
  });
});
