import type { Day } from '../../src/domain/day';
import type { Expectation } from '../../src/domain/expectation';
import {
  mergedExpectation,
  mergedRegistration,
  takenOverExpectation,
} from '../../src/domain/merged-records';
import { periodOf } from '../../src/domain/period';
import { type StepRecord, blankRegistration } from '../../src/domain/registration';

const october = {
  institution: 'survivor',
  period: periodOf('2026-10-01' as Day, 'monthly'),
  opensAt: new Date('2026-09-30T16:00:00Z'),
  deadlineAt: new Date('2026-10-31T16:00:00Z'),
};
const on = (day: string) => new Date(`${day}T01:00:00Z`);
const missed: Expectation = { ...october, state: 'missed' };
const later: Expectation = { ...october, state: 'excused', excuse: 'joined-later' };
const onLeave: Expectation = { ...october, state: 'excused', excuse: 'leave' };
const nil = (day: string): Expectation => ({
  ...{ ...october, state: 'nil', via: 'nil', answeredAt: on(day), onTime: true },
});
const reported = (day: string): Expectation => ({
  ...{ ...october, state: 'reported', via: 'report', answeredAt: on(day), onTime: true },
});

describe('a period that two duplicates were asked about', () => {
  it.each([
    ['an answer of the duplicate counts', missed, reported('2026-10-20'), reported('2026-10-20')],
    ['also where the survivor was excused', onLeave, nil('2026-10-20'), nil('2026-10-20')],
    [
      'the weightier answer, the earlier time',
      nil('2026-10-09'),
      reported('2026-10-20'),
      reported('2026-10-09'),
    ],
    ['the survivor’s answer stays', reported('2026-10-20'), missed, reported('2026-10-20')],
    ['a duty stands before joining later', later, missed, missed],
    ['leave excuses', onLeave, missed, onLeave],
  ])('%s', (_what, survivor, duplicate, merged) => {
    expect(mergedExpectation(survivor, duplicate)).toEqual(merged);
  });

  it('is taken over where the survivor was not asked, in another rhythm only what was answered', () => {
    const open: Expectation = { ...october, institution: 'duplicate', state: 'expected' };
    expect(takenOverExpectation(open, 'survivor', 'monthly')).toEqual({
      ...october,
      state: 'expected',
    });
    expect(takenOverExpectation(open, 'survivor', 'weekly')).toMatchObject({
      ...{ institution: 'survivor', state: 'excused', excuse: 'rhythm-changed' },
    });
    expect(takenOverExpectation(missed, 'survivor', 'weekly')).toEqual(missed);
  });
});

describe('a registration that was kept twice', () => {
  const step = (state: StepRecord['state']): StepRecord => ({
    ...{ state, revision: 1, by: 'p', at: on('2026-10-01') },
  });
  const move = (key: string, day: string) =>
    ({ key, step: 'A1', revision: 0, from: 'todo', to: 'done', by: 'p', at: on(day) }) as const;

  it('has of each step the record that is further, and the whole history once', () => {
    const survivor = {
      ...blankRegistration('survivor', '1'),
      steps: { A1: step('done'), A2: step('preparing') },
      history: [move('b', '2026-10-05')],
    };
    const duplicate = {
      ...blankRegistration('duplicate', '1'),
      path: 'oss' as const,
      steps: { A1: step('submitted'), A2: step('done'), A3: step('returned') },
      history: [move('a', '2026-10-01'), move('b', '2026-10-05')],
    };
    const merged = mergedRegistration(survivor, duplicate);
    expect(merged).toMatchObject({
      ...{ institution: 'survivor', path: 'oss' },
      steps: { A1: { state: 'done' }, A2: { state: 'done' }, A3: { state: 'returned' } },
    });
    expect(merged.history.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(mergedRegistration(merged, duplicate)).toEqual(merged);
  });
});
