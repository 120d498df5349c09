import { isOpeningUseful } from './check-in-plan';
import { type Expectation, answered, isAnswered } from './expectation';
import type { Day } from './day';
import type { Rhythm } from './institution';
import type { Policy } from './policy';

/**
 * The expectation at `now` in an institution that is asked in `rhythm`: a period of another rhythm
 * that is still running and unanswered is not expected any more.
 */
export const givenUp = (expectation: Expectation, rhythm: Rhythm, now: Date): Expectation =>
  expectation.state === 'expected' &&
  expectation.period.rhythm !== rhythm &&
  now < expectation.deadlineAt
    ? { ...expectation, state: 'excused', excuse: 'rhythm-changed' }
    : expectation;

/** What decides how a period begins in whose midst the rhythm may have changed. */
export interface Beginning {
  /** The expectations of the institution whose periods overlap with this one. */
  readonly others: readonly Expectation[];
  /** Its own opening message was sent already, before the rhythm was changed to and fro. */
  readonly wasAsked: boolean;
  readonly today: Day;
  readonly policy: Pick<Policy, 'openingUntilShare'>;
}

/**
 * The expectation of a period, seen beside those of the rhythm before.
 *
 * Whoever answered within it under the other rhythm has answered. When it is too late to ask, it is
 * not expected; else it is, also when it had been given up before.
 */
export function begun(expectation: Expectation, beginning: Beginning): Expectation {
  const { period, opensAt } = expectation;
  const others = beginning.others.filter((other) => other.period.rhythm !== period.rhythm);
  if (!isOpen(expectation) || others.length === 0) return expectation;
  const answers = others.filter(isAnswered).filter(({ answeredAt }) => answeredAt >= opensAt);
  if (answers.length > 0) return answers.reduce(answeredLike, expectation);
  const { wasAsked, today, policy } = beginning;
  if (!wasAsked && !isOpeningUseful(period, today, policy))
    return { ...expectation, state: 'excused', excuse: 'rhythm-changed' };
  return 'excuse' in expectation ? expectedAgain(expectation) : expectation;
}

const isOpen = (expectation: Expectation): boolean =>
  expectation.state === 'expected' ||
  (expectation.state === 'excused' && expectation.excuse === 'rhythm-changed');

type Answered = Extract<Expectation, { readonly answeredAt: Date }>;

const answeredLike = (expectation: Expectation, { via, answeredAt }: Answered): Expectation =>
  answered(expectation, { kind: via, at: answeredAt });

const expectedAgain = ({ institution, period, opensAt, deadlineAt }: Expectation): Expectation => ({
  ...{ institution, period, opensAt, deadlineAt },
  state: 'expected',
});
