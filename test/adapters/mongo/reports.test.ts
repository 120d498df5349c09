import type { Reports } from '../../../src/ports';
import { day } from '../../domain/support/days';
import { aNil, anActivity } from '../../support/reports';
import { after, storesAtHome } from '../../support/stores-at-home';

let reports: Reports;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ reports, close } = await storesAtHome());
});
afterEach(() => close());

describe('mongoReports', () => {
  it('hands back an activity and a nil report as they were given', async () => {
    const photos = [{ fileId: 'file', uniqueId: 'photo' }];
    await reports.submitActivity(anActivity({ photos }));
    await reports.submitNil(aNil({ note: 'Menunggu dana' }));
    expect(await reports.one('0123456789', ['bina-iman'])).toEqual({
      kind: 'activity',
      report: anActivity({ photos }),
    });
    expect(await reports.one('9876543210', ['bina-iman'])).toEqual({
      kind: 'nil',
      report: aNil({ note: 'Menunggu dana' }),
    });
  });

  it('saves a report once, however many send it at once, and keeps the first', async () => {
    const tries = [1, 2, 3, 4, 5].map((men) => reports.submitActivity(anActivity({ men })));
    const outcomes = await Promise.all(tries);
    expect(outcomes.toSorted()).toEqual(['already', 'already', 'already', 'already', 'saved']);
    const { entries, total } = await reports.history(['bina-iman'], { skip: 0, limit: 10 });
    expect(total).toBe(1);
    expect(entries[0]?.report).toMatchObject({ men: outcomes.indexOf('saved') + 1 });
  });

  it('opens a report only for the institution it belongs to', async () => {
    await reports.submitActivity(anActivity({ institution: 'al-ikhsan' }));
    expect(await reports.one('0123456789', ['bina-iman', 'datu-ismail'])).toBeUndefined();
    expect(await reports.one('0123456789', [])).toBeUndefined();
  });

  it('lists only the institutions asked for, newest first, page by page', async () => {
    const each = ['A', 'B', 'C', 'D'].map((id, n) =>
      reports.submitNil(aNil({ id, reportedAt: after(n) })),
    );
    await Promise.all([...each, reports.submitNil(aNil({ id: 'X', institution: 'al-ikhsan' }))]);
    const page = async (skip: number) => {
      const { entries, total } = await reports.history(['bina-iman'], { skip, limit: 2 });
      return { ids: entries.map(({ report }) => report.id), total };
    };
    expect(await page(0)).toEqual({ ids: ['D', 'C'], total: 4 });
    expect(await page(2)).toEqual({ ids: ['B', 'A'], total: 4 });
    expect(await reports.history([], { skip: 0, limit: 2 })).toEqual({ entries: [], total: 0 });
  });

  it('gives the standing from the activities that count and the last answer of any kind', async () => {
    await reports.submitActivity(anActivity());
    await reports.submitActivity(
      anActivity({
        id: 'B',
        kind: 'rapat_mitra',
        endsOn: day('2026-11-22'),
        reportedAt: after(60),
      }),
    );
    await reports.submitNil(aNil({ reportedAt: after(120) }));
    expect([...(await reports.standings(['bina-iman', 'al-ikhsan']))]).toEqual([
      [
        'bina-iman',
        {
          activities: [{ startsOn: '2026-11-20', endsOn: '2026-11-20' }],
          lastAnswerAt: after(120),
        },
      ],
      ['al-ikhsan', { activities: [] }],
    ]);
  });
});
