import { answered, type Expectation } from '../../src/domain/expectation';
import type { Rhythm } from '../../src/domain/institution';
import { defaultPolicy } from '../../src/domain/policy';
import { begun, givenUp } from '../../src/domain/rhythm-change';
import { day } from './support/days';
import { expectationOf } from './support/expectations';

const at = (text: string) => new Date(`${text}T10:00:00+08:00`);
const month = expectationOf('2026-11-25', 'monthly');
const week = expectationOf('2026-11-25', 'weekly');
const excused = { state: 'excused', excuse: 'rhythm-changed' };

/** The period of `rhythm` around `today`, beside another one. */
const begunOn = (today: string, rhythm: Rhythm, other: Expectation, wasAsked = false) =>
  begun(expectationOf(today, rhythm), {
    ...{ others: [other], wasAsked, today: day(today), policy: defaultPolicy },
  });

describe('a running period when the rhythm changes', () => {
  it('is not expected any more, without blame', () => {
    expect(givenUp(month, 'weekly', at('2026-11-25'))).toEqual({ ...month, ...excused });
  });

  it.each<[string, Expectation, Rhythm, string]>([
    ['of the same rhythm', month, 'monthly', '2026-11-25'],
    ['that is over', month, 'weekly', '2026-12-01'],
    [
      'that was answered',
      answered(month, { kind: 'nil', at: at('2026-11-24') }),
      'weekly',
      '2026-11-25',
    ],
  ])('stays as it is %s', (_, expectation, rhythm, now) => {
    expect(givenUp(expectation, rhythm, at(now))).toBe(expectation);
  });
});

describe('a period that begins in the midst of another rhythm', () => {
  it('is expected while there is time to ask', () => {
    expect(begunOn('2026-11-25', 'weekly', month)).toEqual(week);
  });

  it('is not expected when it is too late to ask, unless it was asked already', () => {
    expect(begunOn('2026-11-29', 'weekly', month)).toMatchObject(excused);
    expect(begunOn('2026-11-29', 'weekly', month, true).state).toBe('expected');
  });

  it('is answered by what was answered within it under the other rhythm', () => {
    const answer = { kind: 'report', at: at('2026-11-24') } as const;
    const after = begunOn('2026-11-25', 'weekly', answered(month, answer));
    expect(after).toMatchObject({ state: 'reported', answeredAt: answer.at, onTime: true });
    const before = { kind: 'report', at: at('2026-11-20') } as const;
    expect(begunOn('2026-11-25', 'weekly', answered(month, before)).state).toBe('expected');
  });

  it('is expected again after a change to and fro', () => {
    const given = givenUp(month, 'weekly', at('2026-11-10'));
    const beside = { others: [week], today: day('2026-11-10'), policy: defaultPolicy };
    expect(begun(given, { ...beside, wasAsked: false })).toEqual(month);
    const late = { ...beside, today: day('2026-11-28') };
    expect(begun(given, { ...late, wasAsked: false })).toMatchObject(excused);
    expect(begun(given, { ...late, wasAsked: true })).toEqual(month);
  });

  it('stays excused for another reason, and untouched where the rhythm never changed', () => {
    const leave = { ...week, state: 'excused', excuse: 'leave' } as const;
    const beside = { wasAsked: false, today: day('2026-11-29'), policy: defaultPolicy };
    expect(begun(leave, { ...beside, others: [month] })).toBe(leave);
    expect(begun(week, { ...beside, others: [] })).toBe(week);
  });
});
