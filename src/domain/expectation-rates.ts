import { isAnswered, type Expectation } from './expectation';

/** How well a set of expectations was met; every number counts rows, so no rate exceeds 1. */
export interface ExpectationRates {
  /** Rows that count: all but the excused ones. */
  readonly expected: number;
  readonly excused: number;
  readonly reported: number;
  readonly nil: number;
  /** Rows without an answer, whether their period is over or not. */
  readonly missing: number;
  readonly onTime: number;
  /** Share of the expected that was answered (0–1); undefined when nothing was expected. */
  readonly completeness?: number;
  /** Share of the expected that was answered on time (0–1), never above completeness. */
  readonly timeliness?: number;
}

/** Counts expectations and their rates; leave out open periods for a rate of what is over. */
export function expectationRates(expectations: readonly Expectation[]): ExpectationRates {
  const count = (...states: readonly Expectation['state'][]) =>
    expectations.filter(({ state }) => states.includes(state)).length;
  const excused = count('excused');
  const expected = expectations.length - excused;
  const answers = expectations.filter(isAnswered);
  const onTime = answers.filter((answer) => answer.onTime).length;
  return {
    expected,
    excused,
    reported: count('reported'),
    nil: count('nil'),
    missing: count('expected', 'missed'),
    onTime,
    ...(expected > 0 && {
      completeness: answers.length / expected,
      timeliness: onTime / expected,
    }),
  };
}
