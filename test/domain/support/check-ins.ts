import { calendarOf } from '../../../src/domain/calendar';
import {
  type CheckInPlan,
  type CheckInSituation,
  planCheckIn,
} from '../../../src/domain/check-in-plan';
import { startOfDay } from '../../../src/domain/day';
import { defaultPolicy } from '../../../src/domain/policy';
import { day } from './days';
import { expectationOf } from './expectations';

export const calendar = calendarOf();
export const zone = 'Asia/Makassar';
export const december = expectationOf('2026-12-01');
export const leave = (from: string, to: string) => ({ leaves: [{ from: day(from), to: day(to) }] });

export const situation = (changes: Partial<CheckInSituation> = {}): CheckInSituation => ({
  expectation: december,
  institution: { zone, restDay: 5 },
  leaves: [],
  automaticThisMonth: 0,
  unreachable: false,
  ...changes,
});

export const plan = (changes: Partial<CheckInSituation>, now: Date): CheckInPlan =>
  planCheckIn(situation(changes), defaultPolicy, calendar, now);

export const nothing = (why: string, on?: string) => ({
  due: 'nothing',
  why,
  ...(on && { lookAgainAt: startOfDay(day(on), zone) }),
});

/** Opened on Tuesday 1 December: five working days later is the 8th, ten is the 15th. */
export const opened = { openingSentOn: day('2026-12-01'), automaticThisMonth: 1 };
