import { type Expectation, answered, isAnswered } from './expectation';
import type { Registration, StepRecord, StepRecords } from './registration';

/**
 * What became of a period for which both of two duplicates were asked.
 *
 * It is one centre: an answer of either counts, and the weightier of two; without any, the duty of
 * the one that had to answer stands before an excuse of the other that it joined later.
 */
export function mergedExpectation<E extends Expectation>(survivor: E, duplicate: Expectation): E {
  if (isAnswered(duplicate)) {
    const { via, answeredAt } = duplicate;
    return { ...survivor, ...withoutExcuse(answered(survivor, { kind: via, at: answeredAt })) };
  }
  const owed = duplicate.state === 'expected' || duplicate.state === 'missed';
  const joinedLater = survivor.state === 'excused' && survivor.excuse === 'joined-later';
  if (!owed || !joinedLater) return survivor;
  const { excuse: _joined, ...duty } = survivor;
  return { ...duty, state: duplicate.state } as unknown as E;
}

/** An answer lifts the excuse. */
const withoutExcuse = (expectation: Expectation): object => ({ ...expectation, excuse: undefined });

/** The period of a duplicate as one of the survivor, which was not asked about it. */
export function takenOverExpectation<E extends Expectation>(
  duplicate: E,
  survivor: string,
  rhythm: Expectation['period']['rhythm'],
): E {
  const moved = { ...duplicate, institution: survivor };
  // Nobody asks in the duplicate's rhythm any more.
  return moved.state === 'expected' && moved.period.rhythm !== rhythm
    ? ({ ...moved, state: 'excused', excuse: 'rhythm-changed' } as unknown as E)
    : moved;
}

/** The registration of one centre that was kept twice: of each step, the record that is further. */
export function mergedRegistration(survivor: Registration, duplicate: Registration): Registration {
  const known = new Set(survivor.history.map(({ key }) => key));
  const history = [...survivor.history, ...duplicate.history.filter(({ key }) => !known.has(key))];
  const path = survivor.path ?? duplicate.path;
  return {
    ...survivor,
    ...(path && { path }),
    steps: furtherSteps(survivor.steps, duplicate.steps),
    aside: { ...duplicate.aside, ...survivor.aside },
    history: history.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
  };
}

const furtherSteps = (survivor: StepRecords, duplicate: StepRecords): StepRecords => ({
  ...survivor,
  ...Object.fromEntries(
    Object.entries(duplicate).filter(([step, record]) => isFurther(record, survivor[step])),
  ),
});

const order = { todo: 0, preparing: 1, returned: 2, submitted: 3, exempt: 4, done: 5 } as const;

const isFurther = (one: StepRecord, other: StepRecord | undefined): boolean =>
  other === undefined || order[one.state] > order[other.state];
