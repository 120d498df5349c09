import fc from 'fast-check';
import { statusAt, statusOn, type StatusFacts } from '../../src/domain/activity-status';
import { addDays, dayAt, startOfDay, type Day } from '../../src/domain/day';
import { defaultPolicy, policyFor } from '../../src/domain/policy';
import { gravity } from '../../src/domain/status-movement';
import { daySpan, someDay, someMoment } from './support/days';
import { someFacts } from './support/status-facts';

const at = (facts: StatusFacts, day: Day) =>
  statusAt(facts, defaultPolicy, startOfDay(day, facts.zone));
const gravityOn = (facts: StatusFacts, day: Day): number =>
  gravity(statusOn(facts, defaultPolicy, day).status);

/** The same facts without what begins after `day`. */
const nothingAhead = (facts: StatusFacts, day: Day): StatusFacts => ({
  ...facts,
  activities: facts.activities.filter(({ startsOn }) => startsOn <= day),
});

describe('the status, whatever the facts', () => {
  it('never improves by silence: neither as days pass', () => {
    fc.assert(
      fc.property(someFacts, someDay, fc.integer({ min: 0, max: 400 }), (facts, day, more) => {
        const known = nothingAhead(facts, day);
        return gravityOn(known, addDays(day, more)) >= gravityOn(known, day);
      }),
      { numRuns: 500 },
    );
  });

  it('never improves by silence: nor when the last answer or activity is longer ago', () => {
    const earlier = (facts: StatusFacts, days: number): StatusFacts => ({
      ...facts,
      activities: facts.activities.map(({ startsOn, endsOn }) => ({
        startsOn: addDays(startsOn, -days),
        endsOn: addDays(endsOn, -days),
      })),
      ...(facts.lastAnswerAt && {
        lastAnswerAt: new Date(facts.lastAnswerAt.getTime() - days * 86_400_000),
      }),
    });
    fc.assert(
      fc.property(someFacts, someDay, fc.integer({ min: 0, max: 200 }), (facts, day, days) => {
        const known = nothingAhead(facts, day);
        // Without what the officer knew then, an earlier activity would bring the confirmation back.
        const plain = { ...known, passiveConfirmed: undefined };
        return gravityOn(earlier(plain, days), day) >= gravityOn(plain, day);
      }),
      { numRuns: 500 },
    );
  });

  it('never worsens by leave', () => {
    fc.assert(
      fc.property(someFacts, someDay, daySpan, (facts, day, leave) => {
        const rested = { ...facts, leaves: [...facts.leaves, leave] };
        return gravityOn(rested, day) <= gravityOn(facts, day);
      }),
      { numRuns: 500 },
    );
  });

  it('never worsens by a bot that was down', () => {
    fc.assert(
      fc.property(someFacts, someDay, daySpan, (facts, day, outage) => {
        const down = { ...facts, outages: [...(facts.outages ?? []), outage] };
        return gravityOn(down, day) <= gravityOn(facts, day);
      }),
    );
  });

  it('is the same all day, and a boundary belongs to the later status', () => {
    fc.assert(
      fc.property(someFacts, someMoment, (facts, now) => {
        const { nextLookAt, ...reading } = statusAt(facts, defaultPolicy, now);
        expect(at(facts, dayAt(now, facts.zone))).toMatchObject(reading);
        if (!nextLookAt) return;
        const before = statusAt(facts, defaultPolicy, new Date(nextLookAt.getTime() - 1));
        const after = statusAt(facts, defaultPolicy, nextLookAt);
        expect([before.status, before.overlays]).not.toEqual([after.status, after.overlays]);
        expect([before.status, before.overlays]).toEqual([reading.status, reading.overlays]);
      }),
    );
  });
});

describe('the next look', () => {
  const seen = (facts: StatusFacts, day: Day): string => {
    const { status, overlays } = statusOn(facts, defaultPolicy, day);
    return `${status} ${String(overlays.onLeave)}`;
  };

  const changesOn = (facts: StatusFacts, today: Day, days: number): Day | undefined =>
    Array.from({ length: days }, (_, n) => addDays(today, n + 1)).find(
      (day) => seen(facts, day) !== seen(facts, today),
    );

  it('is the very day of the next change, by looking at each day of two years', () => {
    fc.assert(
      fc.property(someFacts, someDay, (facts, today) => {
        const expected = changesOn(facts, today, 730);
        const { nextLookAt } = at(facts, today);
        const found = nextLookAt && dayAt(nextLookAt, facts.zone);
        expect(found && found <= addDays(today, 730) ? found : undefined).toBe(expected);
        if (nextLookAt) expect(nextLookAt).toEqual(startOfDay(found!, facts.zone));
      }),
      { numRuns: 150 },
    );
  });

  it('is found under other policies too', () => {
    const somePolicy = fc
      .record({
        activeDays: fc.integer({ min: 1, max: 100 }),
        more: fc.integer({ min: 1, max: 100 }),
        newDays: fc.integer({ min: 1, max: 250 }),
        silentDays: fc.integer({ min: 1, max: 120 }),
        obstacleDays: fc.integer({ min: 1, max: 60 }),
      })
      .map(({ more, ...days }) => policyFor({ ...days, passiveDays: days.activeDays + more }));
    fc.assert(
      fc.property(someFacts, someDay, somePolicy, (facts, today, policy) => {
        const on = (day: Day) => statusOn(facts, policy, day).status;
        const now = statusAt(facts, policy, startOfDay(today, facts.zone));
        const until = now.nextLookAt ? dayAt(now.nextLookAt, facts.zone) : addDays(today, 300);
        for (let day = today; day < until; day = addDays(day, 7)) expect(on(day)).toBe(now.status);
        expect(on(addDays(until, -1))).toBe(now.status);
      }),
    );
  });
});
