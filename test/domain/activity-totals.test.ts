import { activityTotals } from '../../src/domain/activity-totals';
import { anActivity } from '../support/reports';

describe('what reports come to', () => {
  it('counts people, those who passed, and each institution once', () => {
    const passed = { details: { passedMen: 7, passedWomen: 5 } };
    expect(
      activityTotals([
        anActivity({ men: 10, women: 6 }),
        anActivity({ men: 8, women: 8, ...passed }),
        anActivity({ men: 0, women: 3, institution: 'al-ikhsan', details: {} }),
      ]),
    ).toEqual({ reports: 3, men: 18, women: 17, passed: 12, institutions: 2 });
  });

  it('is nothing without reports', () => {
    expect(activityTotals([])).toMatchObject({ reports: 0, men: 0, women: 0, institutions: 0 });
  });
});
