import fc from 'fast-check';
import {
  nothingDueLabel,
  planCheckIn,
  type CheckInSituation,
} from '../../src/domain/check-in-plan';
import { dayAt } from '../../src/domain/day';
import { answered, withLeaves } from '../../src/domain/expectation';
import { type Rhythm } from '../../src/domain/institution';
import { defaultPolicy, policyFor } from '../../src/domain/policy';
import { whyNot } from '../../src/domain/sending-window';
import { day, daySpans, noonAt, someDay, someMoment, witaAt } from './support/days';
import { expectationOf } from './support/expectations';
import {
  calendar,
  december,
  leave,
  nothing,
  opened,
  plan,
  situation,
  zone,
} from './support/check-ins';

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
