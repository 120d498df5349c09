import type { ActivityReport } from './activity-report';

/** What some reports come to. */
export interface ActivityTotals {
  readonly reports: number;
  readonly men: number;
  readonly women: number;
  /** Those who passed a training, as far as the reports say. */
  readonly passed: number;
  /** How many institutions the reports are of. */
  readonly institutions: number;
}

type Counted = Pick<ActivityReport, 'institution' | 'men' | 'women' | 'details'>;

/** Adds up reports. */
export function activityTotals(reports: readonly Counted[]): ActivityTotals {
  const sum = (count: (one: Counted) => number) =>
    reports.reduce((all, one) => all + count(one), 0);
  return {
    reports: reports.length,
    men: sum(({ men }) => men),
    women: sum(({ women }) => women),
    passed: sum(({ details }) => number(details.passedMen) + number(details.passedWomen)),
    institutions: new Set(reports.map(({ institution }) => institution)).size,
  };
}

const number = (value: string | number | undefined) => (typeof value === 'number' ? value : 0);
