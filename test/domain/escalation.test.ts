import fc from 'fast-check';
import { calendarOf, workingDaysBetween } from '../../src/domain/calendar';
import { addDays, dayAt } from '../../src/domain/day';
import {
  dueSteps,
  endsIncident,
  escalationSteps,
  handledUntil,
  pendingSteps,
  type EscalationStep,
  type Handling,
  type Incident,
} from '../../src/domain/escalation';
import { defaultPolicy, policyFor } from '../../src/domain/policy';
import { day, daySpans, noonAt, someMoment, witaAt } from './support/days';

const calendar = calendarOf();

/** Opened on Monday 23 November 2026: +2 is Wednesday, +3 Thursday, +7 Wednesday 2 December. */
const incident = (changes: Partial<Incident> = {}): Incident => ({
  institution: 'bina-iman',
  status: 'no-word',
  openedAt: witaAt('2026-11-23', '00:00'),
  zone: 'Asia/Makassar',
  done: [],
  present: escalationSteps,
  handlings: [],
  leaves: [],
  ...changes,
});

const done = (...steps: readonly (readonly [EscalationStep, string])[]) => ({
  done: steps.map(([step, on]) => ({ step, at: witaAt(on, '09:00') })),
});
const handling = (on: string, until: string): Handling => ({
  by: 'petugas',
  at: noonAt(on),
  until: day(until),
});

const ladder = (changes: Partial<Incident>) =>
  Object.fromEntries(
    pendingSteps(incident(changes), defaultPolicy, calendar).map(({ step, dueOn }) => [
      step,
      dueOn,
    ]),
  );
const dueOn = (changes: Partial<Incident>, on: string) =>
  dueSteps(incident(changes), defaultPolicy, calendar, noonAt(on)).map(({ step }) => step);

describe('the ladder', () => {
  it('rises from the manager to the head in working days', () => {
    expect(ladder({})).toEqual({
      manager: '2026-11-23',
      deputy: '2026-11-25',
      officer: '2026-11-26',
      head: '2026-12-02',
    });
  });

  it('passes over holidays and cuti bersama', () => {
    expect(ladder({ openedAt: noonAt('2026-12-23') })).toMatchObject({
      deputy: '2026-12-29',
      officer: '2026-12-30',
    });
  });

  it('has other waits under another policy', () => {
    const policy = policyFor({ escalation: { head: 3 } });
    const head = pendingSteps(incident(), policy, calendar).find(({ step }) => step === 'head');
    expect(head?.dueOn).toBe('2026-11-26');
  });

  it('gives out each step on its day and until it is done', () => {
    expect(dueOn({}, '2026-11-23')).toEqual(['manager']);
    const told = done(['manager', '2026-11-23']);
    expect(dueOn(told, '2026-11-24')).toEqual([]);
    expect(dueOn(told, '2026-11-25')).toEqual(['deputy']);
    expect(dueOn(told, '2026-11-26')).toEqual(['deputy', 'officer']);
  });

  it('skips whoever is absent, on the day, without haste', () => {
    const alone = incident({ present: ['officer', 'head'] });
    const steps = dueSteps(alone, defaultPolicy, calendar, noonAt('2026-11-26'));
    expect(steps).toEqual([
      { step: 'manager', dueOn: '2026-11-23', skip: 'absent' },
      { step: 'deputy', dueOn: '2026-11-25', skip: 'absent' },
      { step: 'officer', dueOn: '2026-11-26' },
    ]);
  });

  it('ends when the incident is closed', () => {
    expect(dueOn({ closedAt: noonAt('2026-11-24') }, '2026-12-31')).toEqual([]);
  });

  it('stands still in leave', () => {
    const rests = { leaves: [{ from: day('2026-11-24'), to: day('2026-11-29') }] };
    expect(ladder(rests)).toMatchObject({ deputy: '2026-12-01', officer: '2026-12-02' });
    expect(dueOn(rests, '2026-11-26')).toEqual([]);
  });
});

describe('whoever says they take care', () => {
  const two = done(['manager', '2026-11-23'], ['deputy', '2026-11-25']);
  const three = done(
    ...(['manager', 'deputy', 'officer'] as const).map(
      (step, n) => [step, `2026-11-2${[3, 5, 6][n]!}`] as const,
    ),
  );

  it('stops the ladder until the day they name, on which it goes on', () => {
    const taken = { ...three, handlings: [handling('2026-11-26', '2026-12-10')] };
    expect(handledUntil(incident(taken))).toBe('2026-12-10');
    expect(dueOn(taken, '2026-12-09')).toEqual([]);
    expect(dueOn(taken, '2026-12-10')).toEqual(['head']);
  });

  it('does not bring a burst: what follows keeps its distance', () => {
    const taken = { ...two, handlings: [handling('2026-11-25', '2026-12-10')] };
    expect(ladder(taken)).toEqual({ officer: '2026-12-10', head: '2026-12-16' });
    const told = [...two.done, { step: 'officer' as const, at: noonAt('2026-12-10') }];
    expect(ladder({ ...taken, done: told })).toEqual({ head: '2026-12-16' });
  });

  it('in the same moment as a step was taken counts from the next one', () => {
    const taken = handling('2026-11-25', '2026-12-10');
    const told = [...two.done.slice(0, 1), { step: 'deputy' as const, at: taken.at }];
    expect(ladder({ done: told, handlings: [taken] })).toEqual({
      officer: '2026-12-10',
      head: '2026-12-16',
    });
  });

  it('for less time than the ladder waits changes nothing', () => {
    const taken = { ...three, handlings: [handling('2026-11-26', '2026-11-30')] };
    expect(ladder(taken)).toEqual({ head: '2026-12-02' });
  });

  it('may take it again, and hand it back sooner', () => {
    const [first, again] = [
      handling('2026-11-26', '2026-12-10'),
      handling('2026-12-10', '2026-12-17'),
    ];
    expect(ladder({ ...three, handlings: [first, again] })).toEqual({ head: '2026-12-17' });
    const sooner = handling('2026-11-27', '2026-12-03');
    expect(ladder({ ...three, handlings: [first, sooner] })).toEqual({ head: '2026-12-03' });
  });

  it('may name a Saturday: the ladder waits for it and goes on', () => {
    const taken = { ...three, handlings: [handling('2026-11-26', '2026-12-05')] };
    expect(ladder(taken)).toEqual({ head: '2026-12-05' });
  });

  it('may do so after the last step without harm', () => {
    const all = done(...escalationSteps.map((step) => [step, '2026-12-02'] as const));
    const taken = { ...all, handlings: [handling('2026-12-03', '2026-12-10')] };
    expect(ladder(taken)).toEqual({});
  });
});

describe('an incident', () => {
  it('ends with anything better than the status it began with', () => {
    expect(endsIncident({ status: 'no-word' }, 'active')).toBe(true);
    expect(endsIncident({ status: 'no-word' }, 'needs-attention')).toBe(true);
    expect(endsIncident({ status: 'no-word' }, 'no-word')).toBe(false);
    expect(endsIncident({ status: 'needs-attention' }, 'no-word')).toBe(false);
  });

  const someIncident = fc
    .record({
      openedAt: someMoment,
      leaves: daySpans,
      handled: fc.array(
        fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })),
        {
          maxLength: 3,
        },
      ),
      told: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ openedAt, leaves, handled, told }) => {
      const openedOn = dayAt(openedAt, 'Asia/Makassar');
      const handlings = handled
        .toSorted(([one], [other]) => one - other)
        .map(([after, more]) => ({
          by: 'petugas',
          at: new Date(openedAt.getTime() + after * 86_400_000),
          until: addDays(openedOn, after + more),
        }));
      const told4 = escalationSteps.slice(0, told).map((step) => ({ step, at: openedAt }));
      return incident({ openedAt, leaves, handlings, done: told4 });
    });

  it('has nothing due in leave, before the day named, or out of order', () => {
    fc.assert(
      fc.property(someIncident, (each) => {
        const steps = pendingSteps(each, defaultPolicy, calendar);
        const until = handledUntil(each);
        const days = steps.map((step) => step.dueOn);
        expect(days).toEqual(days.toSorted());
        for (const on of days) {
          expect(until === undefined || on >= until).toBe(true);
          expect(each.leaves.some(({ from, to }) => from <= on && on <= to)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never reaches the head sooner because somebody took care', () => {
    fc.assert(
      fc.property(someIncident, (each) => {
        const headOf = (one: Incident) =>
          pendingSteps(one, defaultPolicy, calendar).find(({ step }) => step === 'head')?.dueOn;
        const alone = headOf({ ...each, handlings: [] });
        expect(alone === undefined || headOf(each)! >= alone).toBe(true);
        const opened = dayAt(each.openedAt, each.zone);
        if (alone) expect(workingDaysBetween(opened, alone, calendar)).toBeGreaterThanOrEqual(7);
      }),
    );
  });
});
