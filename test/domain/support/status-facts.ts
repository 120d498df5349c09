import fc from 'fast-check';
import type { StatusFacts } from '../../../src/domain/activity-status';
import { addDays, type Day } from '../../../src/domain/day';
import { day, daySpans, someDay, someMoment, someZone } from './days';

/** An institution registered on 1 January 2026 that answered at noon that day; nothing else is known. */
export const statusFacts = (changes: Partial<StatusFacts> = {}): StatusFacts => ({
  zone: 'Asia/Makassar',
  registeredAt: new Date('2026-01-01T12:00:00+08:00'),
  lastAnswerAt: new Date('2026-01-01T12:00:00+08:00'),
  activities: [],
  leaves: [],
  unansweredCheckIns: 0,
  unreachable: false,
  ...changes,
});

/** An activity of one day. */
export const activityOn = (text: string) => ({ startsOn: day(text), endsOn: day(text) });

const someActivity = fc
  .tuple(someDay, fc.integer({ min: 0, max: 40 }))
  .map(([startsOn, more]) => ({ startsOn, endsOn: addDays(startsOn, more) }));

const confirmation = (on: Day, known: boolean) => ({
  on,
  by: 'petugas',
  ...(known && { lastActivityThen: on }),
});

/** Facts of every kind, the activities of 2026 and 2027 among them. */
export const someFacts: fc.Arbitrary<StatusFacts> = fc
  .record({
    zone: someZone,
    registeredAt: someMoment,
    activities: fc.array(someActivity, { maxLength: 4 }),
    leaves: daySpans,
    outages: daySpans,
    unansweredCheckIns: fc.integer({ min: 0, max: 3 }),
    unreachable: fc.boolean(),
    lastAnswerAt: fc.option(someMoment, { nil: undefined }),
    obstacleSince: fc.option(someDay, { nil: undefined }),
    passiveConfirmed: fc.option(fc.tuple(someDay, fc.boolean()), { nil: undefined }),
  })
  .map(({ lastAnswerAt, obstacleSince, passiveConfirmed, ...facts }) => ({
    ...facts,
    ...(lastAnswerAt && { lastAnswerAt }),
    ...(obstacleSince && { obstacleSince }),
    ...(passiveConfirmed && { passiveConfirmed: confirmation(...passiveConfirmed) }),
  }));
