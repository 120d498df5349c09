import { firstChecklist } from '../../src/domain/first-checklist';
import type { ReviewState } from '../../src/domain/activity-report';
import { overdueReport, overdueSteps } from '../../src/domain/overdue-repair';
import type { ReportChange } from '../../src/domain/review';
import { anActivity } from '../support/reports';
import { aRecord, aRegistration } from './support/registrations';
import { day } from './support/days';

const zone = 'Asia/Makassar';
const on = (today: string) => ({ today: day(today), zone });
const change = (to: ReviewState, at: string): ReportChange => ({
  ...{ id: at, by: 'ratna', from: 'received' as const, to, at: new Date(at) },
  does: to === 'corrected' ? 'correct' : 'return',
});

describe('a report that was returned', () => {
  const returned = {
    ...anActivity({ review: 'needs-work' }),
    changes: [change('needs-work', '2026-11-02T02:00:00Z')],
  };

  it('is overdue from the 7th day on', () => {
    expect(overdueReport(returned, on('2026-11-08'))).toBeUndefined();
    expect(overdueReport(returned, on('2026-11-09'))).toBe('2026-11-02');
  });

  it('is not, once there is a new version', () => {
    const changes = [...returned.changes, change('corrected', '2026-11-05T02:00:00Z')];
    expect(
      overdueReport({ ...returned, review: 'corrected', changes }, on('2026-12-09')),
    ).toBeUndefined();
  });

  it('counts from the last time it was returned, in the days of the institution', () => {
    // 23.30 UTC is the next morning in Tanah Grogot.
    const again = change('needs-work', '2026-11-11T23:30:00Z');
    const twice = { ...returned, changes: [...returned.changes, again] };
    expect(overdueReport(twice, on('2026-11-18'))).toBeUndefined();
    expect(overdueReport(twice, on('2026-11-19'))).toBe('2026-11-12');
  });
});

describe('a step that was returned', () => {
  const overdueOn = (today: string, steps: Parameters<typeof aRegistration>[0]) =>
    overdueSteps(firstChecklist, aRegistration(steps), 'oss', on(today)).map(({ step, since }) => [
      step.id,
      since,
    ]);

  it('is overdue from the 7th day on, each one of several', () => {
    const steps = {
      A2: aRecord('returned'),
      B1: aRecord('returned', { at: new Date('2026-11-03T02:00:00Z') }),
    };
    expect(overdueOn('2026-11-07', steps)).toEqual([]);
    expect(overdueOn('2026-11-08', steps)).toEqual([['A2', '2026-11-01']]);
    expect(overdueOn('2026-11-10', steps)).toEqual([
      ['A2', '2026-11-01'],
      ['B1', '2026-11-03'],
    ]);
  });

  it('is not while it is prepared, reported again, or done', () => {
    const states = ['todo', 'preparing', 'submitted', 'done', 'exempt'] as const;
    for (const state of states) expect(overdueOn('2027-01-01', { A2: aRecord(state) })).toEqual([]);
  });
});
