import fc from 'fast-check';
import { checkInWaits, planCheckIn } from '../../src/domain/check-in-plan';
import { addDays, type Day } from '../../src/domain/day';
import { rhythms, type Rhythm } from '../../src/domain/institution';
import { type Period, periodOf, previousPeriod } from '../../src/domain/period';
import { type Policy, policyFor } from '../../src/domain/policy';
import { day, someDay, witaAt } from './support/days';
import { expectationOf } from './support/expectations';
import { calendar, nothing, plan, situation } from './support/check-ins';

describe('the waits of a rhythm', () => {
  it.each<[Rhythm, string, string, string]>([
    ['weekly', '2026-12-07', '2026-12-09', '2026-12-11'],
    ['two-weekly', '2026-11-30', '2026-12-07', '2026-12-11'],
    ['monthly', '2026-12-01', '2026-12-08', '2026-12-15'],
  ])('let a %s one that opens on %s be reminded on %s and called on %s', (rhythm, ...days) => {
    const [opensOn, remindedOn, calledOn] = days;
    const asked = { expectation: expectationOf(opensOn, rhythm), openingSentOn: day(opensOn) };
    const dayBefore = (text: string) => addDays(day(text), -1);
    expect(plan(asked, witaAt(dayBefore(remindedOn), '09:00'))).toEqual(
      nothing('not-yet', remindedOn),
    );
    expect(plan(asked, witaAt(remindedOn, '09:00'))).toMatchObject({ due: 'reminder' });
    const done = { ...asked, reminderSentOn: day(remindedOn) };
    expect(plan(done, witaAt(dayBefore(calledOn), '09:00'))).toEqual(nothing('done', calledOn));
    expect(plan(done, witaAt(calledOn, '09:00'))).toEqual({ due: 'officer-task' });
  });

  it('follow the policy where that is sooner, and in a month in any case', () => {
    const quick = policyFor({ reminderWorkingDays: 1, officerTaskWorkingDays: 2 });
    const slow = policyFor({ reminderWorkingDays: 12, officerTaskWorkingDays: 18 });
    const waits = (policy: Policy) =>
      rhythms.map((rhythm) => Object.values(checkInWaits(rhythm, policy)));
    expect(waits(quick)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(waits(slow)).toEqual([
      [2, 4],
      [5, 9],
      [12, 18],
    ]);
  });

  it('always have the reminder before the task', () => {
    const someWaits = fc
      .tuple(fc.nat(249), fc.integer({ min: 1, max: 250 }))
      .filter(([reminder, task]) => reminder < task);
    fc.assert(
      fc.property(fc.constantFrom(...rhythms), someWaits, (rhythm, [first, second]) => {
        const policy = policyFor({ reminderWorkingDays: first, officerTaskWorkingDays: second });
        const { reminder, task } = checkInWaits(rhythm, policy);
        return reminder < task && reminder >= 0;
      }),
    );
  });
});

describe('a centre that never answers, played day by day', () => {
  interface Played {
    readonly on: Day;
    readonly due: 'opening' | 'reminder' | 'officer-task';
    readonly period: Period;
  }

  /** Asks for the plan each day at 09.00 about the period of the day and the one before, and does it. */
  function play(rhythm: Rhythm, from: Day, policy: Policy): readonly Played[] {
    const played: Played[] = [];
    for (let on = from; on < addDays(from, 120); on = addDays(on, 1)) {
      const current = periodOf(on, rhythm);
      for (const period of [previousPeriod(current), current]) {
        if (period.opensOn < from) continue;
        const did = (due: Played['due']) =>
          played.find((each) => each.period.id === period.id && each.due === due)?.on;
        const [openingSentOn, reminderSentOn, taskMadeOn] = [
          did('opening'),
          did('reminder'),
          did('officer-task'),
        ];
        const made = planCheckIn(
          situation({
            expectation: expectationOf(period.opensOn, rhythm),
            automaticThisMonth: messagesIn(played, on.slice(0, 7)),
            ...(openingSentOn && { openingSentOn }),
            ...(reminderSentOn && { reminderSentOn }),
            ...(taskMadeOn && { taskMadeOn }),
          }),
          policy,
          calendar,
          witaAt(on, '09:00'),
        );
        if (made.due !== 'nothing') played.push({ on, due: made.due, period });
      }
    }
    return played;
  }

  const messagesIn = (played: readonly Played[], month: string) =>
    played.filter(({ due, on }) => due !== 'officer-task' && on.startsWith(month)).length;

  const someLimit = fc.integer({ min: 1, max: 12 });

  it('is asked and reminded within the period only, each once, and never beyond the limit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rhythms), someDay, someLimit, (rhythm, from, limit) => {
        const played = play(rhythm, from, policyFor({ maxAutomaticPerMonth: limit }));
        for (const { on, due, period } of played) {
          expect(messagesIn(played, on.slice(0, 7))).toBeLessThanOrEqual(limit);
          expect(
            played.filter((each) => each.due === due && each.period.id === period.id),
          ).toHaveLength(1);
          if (due !== 'officer-task')
            expect(on >= period.opensOn && on <= period.closesOn).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is reminded in a week without days off, if the limit leaves room', () => {
    const roomy = policyFor({ maxAutomaticPerMonth: 31 });
    const played = play('weekly', day('2026-09-07'), roomy);
    const week = played.filter(({ period }) => period.opensOn === '2026-09-07');
    expect(week.map(({ due, on }) => [due, on])).toEqual([
      ['opening', '2026-09-07'],
      ['reminder', '2026-09-09'],
      ['officer-task', '2026-09-11'],
    ]);
  });
});
