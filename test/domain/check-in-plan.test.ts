import fc from 'fast-check';
import { calendarOf } from '../../src/domain/calendar';
import {
  checkInWaits,
  nothingDueLabel,
  planCheckIn,
  type CheckInPlan,
  type CheckInSituation,
} from '../../src/domain/check-in-plan';
import { addDays, type Day, dayAt, startOfDay } from '../../src/domain/day';
import { answered, withLeaves } from '../../src/domain/expectation';
import { rhythms, type Rhythm } from '../../src/domain/institution';
import { type Period, periodOf, previousPeriod } from '../../src/domain/period';
import { defaultPolicy, type Policy, policyFor } from '../../src/domain/policy';
import { whyNot } from '../../src/domain/sending-window';
import { day, daySpans, noonAt, someDay, someMoment, witaAt } from './support/days';
import { expectationOf } from './support/expectations';

const calendar = calendarOf();
const zone = 'Asia/Makassar';
const december = expectationOf('2026-12-01');
const leave = (from: string, to: string) => ({ leaves: [{ from: day(from), to: day(to) }] });

const situation = (changes: Partial<CheckInSituation> = {}): CheckInSituation => ({
  expectation: december,
  institution: { zone, restDay: 5 },
  leaves: [],
  automaticThisMonth: 0,
  unreachable: false,
  ...changes,
});

const plan = (changes: Partial<CheckInSituation>, now: Date): CheckInPlan =>
  planCheckIn(situation(changes), defaultPolicy, calendar, now);

const nothing = (why: string, on?: string) => ({
  due: 'nothing',
  why,
  ...(on && { lookAgainAt: startOfDay(day(on), zone) }),
});

/** Opened on Tuesday 1 December: five working days later is the 8th, ten is the 15th. */
const opened = { openingSentOn: day('2026-12-01'), automaticThisMonth: 1 };
const reminded = { ...opened, reminderSentOn: day('2026-12-08'), automaticThisMonth: 2 };

describe('the opening message', () => {
  it('is due in the first window of the period', () => {
    expect(plan({}, witaAt('2026-11-30', '09:00'))).toEqual(nothing('not-open', '2026-12-01'));
    expect(plan({}, witaAt('2026-12-01', '00:00'))).toEqual({
      due: 'opening',
      sendAt: witaAt('2026-12-01', '08:30'),
    });
    expect(plan({}, witaAt('2026-12-01', '12:00'))).toEqual({
      due: 'opening',
      sendAt: witaAt('2026-12-01', '13:30'),
    });
  });

  it('waits for a day with a window and says why', () => {
    expect(plan({}, witaAt('2026-12-01', '15:00'))).toEqual(nothing('hours', '2026-12-02'));
    expect(plan({}, witaAt('2026-12-04', '09:00'))).toEqual(nothing('rest-day', '2026-12-07'));
    expect(plan(leave('2026-12-01', '2026-12-09'), witaAt('2026-12-01', '09:00'))).toEqual(
      nothing('leave', '2026-12-10'),
    );
  });

  it('waits for the end of Ramadan', () => {
    const february = { expectation: expectationOf('2027-02-01') };
    expect(plan(february, witaAt('2027-02-02', '09:00'))).toMatchObject({ due: 'opening' });
    expect(plan(february, witaAt('2027-02-09', '09:00'))).toEqual(nothing('ramadan', '2027-03-11'));
    const march = { expectation: expectationOf('2027-03-01') };
    expect(plan(march, witaAt('2027-03-02', '09:00'))).toEqual(nothing('ramadan', '2027-03-11'));
    expect(plan(march, witaAt('2027-03-11', '09:00'))).toMatchObject({ due: 'opening' });
  });

  it('is left out in the last quarter of the period', () => {
    expect(plan({}, witaAt('2026-12-23', '09:00'))).toMatchObject({ due: 'opening' });
    expect(plan({}, witaAt('2026-12-28', '09:00'))).toEqual(nothing('too-late'));
  });

  it('is left out from the very share of the period on', () => {
    const half = policyFor({ openingUntilShare: 0.5 });
    const two = situation({ expectation: expectationOf('2026-11-30', 'two-weekly') });
    const dueOn = (on: string) => planCheckIn(two, half, calendar, witaAt(on, '09:00')).due;
    expect(dueOn('2026-12-03')).toBe('opening');
    expect(dueOn('2026-12-07')).toBe('nothing');
  });

  it('is left out when the messages of the month are used up, until the next month', () => {
    const straddling = { expectation: expectationOf('2026-11-30', 'two-weekly') };
    expect(plan({ ...straddling, automaticThisMonth: 2 }, witaAt('2026-11-30', '09:00'))).toEqual(
      nothing('monthly-limit', '2026-12-01'),
    );
    expect(plan(straddling, witaAt('2026-12-01', '09:00'))).toMatchObject({ due: 'opening' });
  });
});

describe('the reminder', () => {
  it('is due five working days after the opening message', () => {
    expect(plan(opened, witaAt('2026-12-07', '09:00'))).toEqual(nothing('not-yet', '2026-12-08'));
    expect(plan(opened, witaAt('2026-12-08', '09:00'))).toEqual({
      due: 'reminder',
      sendAt: witaAt('2026-12-08', '09:00'),
    });
  });

  it('counts from the day the opening was sent, not from the opening of the period', () => {
    const late = { ...opened, openingSentOn: day('2026-12-10') };
    expect(plan(late, witaAt('2026-12-11', '09:00'))).toEqual(nothing('not-yet', '2026-12-17'));
  });

  it('stands still in leave, so that no message and no task waits at its end', () => {
    const rests = { ...opened, ...leave('2026-12-03', '2026-12-13') };
    expect(plan(rests, witaAt('2026-12-14', '09:00'))).toEqual(nothing('not-yet', '2026-12-17'));
  });

  it('moves to the day the manager chose', () => {
    const sooner = { ...opened, askAgainOn: day('2026-12-03') };
    expect(plan(sooner, witaAt('2026-12-02', '09:00'))).toEqual(nothing('not-yet', '2026-12-03'));
    expect(plan(sooner, witaAt('2026-12-03', '09:00'))).toMatchObject({ due: 'reminder' });
    const later = { ...opened, askAgainOn: day('2026-12-14') };
    expect(plan(later, witaAt('2026-12-08', '09:00'))).toEqual(nothing('not-yet', '2026-12-14'));
  });

  it('put off beyond the day of the task leaves it to the officer', () => {
    const far = { ...opened, askAgainOn: day('2026-12-30') };
    expect(plan(far, witaAt('2026-12-08', '09:00'))).toEqual(nothing('not-yet', '2026-12-15'));
    expect(plan(far, witaAt('2026-12-15', '09:00'))).toEqual({ due: 'officer-task' });
  });

  it('is never a third message of the month', () => {
    expect(plan({ ...opened, automaticThisMonth: 2 }, witaAt('2026-12-08', '09:00'))).toEqual(
      nothing('monthly-limit', '2026-12-15'),
    );
    const generous = policyFor({ maxAutomaticPerMonth: 3 });
    const now = witaAt('2026-12-08', '09:00');
    const used = situation({ ...opened, automaticThisMonth: 2 });
    expect(planCheckIn(used, generous, calendar, now).due).toBe('reminder');
  });

  it('may be sent on the last day of its period', () => {
    const asked = { ...opened, openingSentOn: day('2026-12-17'), askAgainOn: day('2026-12-31') };
    const reminder = { due: 'reminder', sendAt: witaAt('2026-12-31', '09:00') };
    expect(plan(asked, witaAt('2026-12-31', '09:00'))).toEqual(reminder);
  });

  it('is not sent after its period', () => {
    const week = { expectation: expectationOf('2026-12-07', 'weekly') };
    const asked = { ...week, openingSentOn: day('2026-12-10') };
    expect(plan(asked, witaAt('2026-12-11', '09:00'))).toEqual(nothing('too-late', '2026-12-16'));
    expect(plan(asked, witaAt('2026-12-14', '09:00'))).toEqual(nothing('too-late', '2026-12-16'));
  });
});

describe("the officer's task", () => {
  it('is due ten working days after the opening, once', () => {
    expect(plan(reminded, witaAt('2026-12-14', '09:00'))).toEqual(nothing('done', '2026-12-15'));
    expect(plan(reminded, witaAt('2026-12-15', '00:00'))).toEqual({ due: 'officer-task' });
    const made = { ...reminded, taskMadeOn: day('2026-12-15') };
    expect(plan(made, witaAt('2026-12-16', '09:00'))).toEqual(nothing('done'));
  });

  it('replaces a reminder that was never sent', () => {
    expect(plan(opened, witaAt('2026-12-15', '09:00'))).toEqual({ due: 'officer-task' });
  });

  it('is due without any message when nobody can be reached', () => {
    const blocked = { unreachable: true };
    expect(plan(blocked, witaAt('2026-12-02', '09:00'))).toEqual(
      nothing('unreachable', '2026-12-15'),
    );
    expect(plan(blocked, witaAt('2026-12-15', '09:00'))).toEqual({ due: 'officer-task' });
  });

  it('is due without any message when the bot may send none, but not when the month is used up', () => {
    const none = policyFor({ maxAutomaticPerMonth: 0 });
    const now = witaAt('2026-12-15', '09:00');
    expect(planCheckIn(situation(), none, calendar, now)).toEqual({ due: 'officer-task' });
    expect(plan({ automaticThisMonth: 2 }, now)).toEqual(nothing('monthly-limit', '2027-01-01'));
  });

  it('blames nobody who was not asked: a bot that was down opens late instead', () => {
    expect(plan({}, witaAt('2026-12-16', '09:00'))).toMatchObject({ due: 'opening' });
  });

  it('waits for the end of a leave', () => {
    const rests = { ...reminded, ...leave('2026-12-15', '2026-12-20') };
    expect(plan(rests, witaAt('2026-12-15', '09:00'))).toEqual(nothing('done', '2026-12-21'));
    expect(plan(rests, witaAt('2026-12-21', '09:00'))).toEqual({ due: 'officer-task' });
    const later = { ...reminded, ...leave('2026-12-16', '2026-12-20') };
    expect(plan(later, witaAt('2026-12-16', '09:00'))).toEqual(nothing('leave', '2026-12-21'));
  });

  it('outlives its period for ten working days, unless an answer came since', () => {
    const late = { ...reminded, openingSentOn: day('2026-12-21') };
    const before = { ...late, lastAnswerAt: noonAt('2026-12-28') };
    const since = { ...late, lastAnswerAt: december.deadlineAt };
    expect(plan(late, witaAt('2027-01-07', '09:00'))).toEqual({ due: 'officer-task' });
    expect(plan(before, witaAt('2027-01-07', '09:00'))).toEqual({ due: 'officer-task' });
    expect(plan(late, witaAt('2027-01-21', '09:00'))).toEqual({ due: 'officer-task' });
    expect(plan(late, witaAt('2027-01-22', '09:00'))).toEqual(nothing('too-late'));
    expect(plan(since, witaAt('2027-01-07', '09:00'))).toEqual(nothing('answered'));
  });
});

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

describe('nothing is due', () => {
  it('once the period is answered, by whatever answer', () => {
    for (const kind of ['report', 'nil', 'obstacle'] as const) {
      const expectation = answered(december, { kind, at: noonAt('2026-12-03') });
      expect(plan({ ...opened, expectation }, noonAt('2026-12-15'))).toEqual(nothing('answered'));
    }
  });

  it('for a period that is excused', () => {
    const { leaves } = leave('2026-12-01', '2026-12-31');
    const expectation = withLeaves(december, leaves, defaultPolicy, noonAt('2026-12-01'));
    expect(plan({ expectation, leaves }, noonAt('2026-12-08'))).toEqual(nothing('excused'));
  });

  it('for a reason that is stored in Indonesian', () => {
    expect(nothingDueLabel('answered')).toBe('sudah lapor');
    expect(nothingDueLabel('leave')).toBe('libur pondok');
    expect(nothingDueLabel('monthly-limit')).toBe('batas pesan bulan ini tercapai');
  });
});

describe('a plan, whatever the situation', () => {
  const someSituation: fc.Arbitrary<CheckInSituation> = fc
    .record({
      on: someDay,
      rhythm: fc.constantFrom<Rhythm>('weekly', 'two-weekly', 'monthly'),
      leaves: daySpans,
      openingSentOn: fc.option(someDay, { nil: undefined }),
      askAgainOn: fc.option(someDay, { nil: undefined }),
      automaticThisMonth: fc.integer({ min: 0, max: 3 }),
      unreachable: fc.boolean(),
    })
    .map(({ on, rhythm, ...rest }) =>
      situation({ ...rest, expectation: expectationOf(on, rhythm) }),
    );

  it('sends only today, in a window, within the period and the limit, and never in leave', () => {
    fc.assert(
      fc.property(someSituation, someMoment, (each, now) => {
        const made = planCheckIn(each, defaultPolicy, calendar, now);
        if (made.due !== 'opening' && made.due !== 'reminder') return;
        const { institution, leaves, expectation, automaticThisMonth, unreachable } = each;
        const rules = { ...institution, leaves, calendar, windows: defaultPolicy.windows };
        expect(
          whyNot(made.sendAt, { ...rules, audience: 'manager', urgent: false }),
        ).toBeUndefined();
        expect(made.sendAt >= now && made.sendAt < expectation.deadlineAt).toBe(true);
        expect(dayAt(made.sendAt, zone)).toBe(dayAt(now, zone));
        expect(automaticThisMonth < 2 && !unreachable).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('looks again only ahead', () => {
    fc.assert(
      fc.property(someSituation, someMoment, (each, now) => {
        const made = planCheckIn(each, defaultPolicy, calendar, now);
        return made.due !== 'nothing' || !made.lookAgainAt || made.lookAgainAt > now;
      }),
      { numRuns: 1000 },
    );
  });
});
