import { openExpectation, type Expectation } from '../../../src/domain/expectation';
import type { Rhythm } from '../../../src/domain/institution';
import { periodOf } from '../../../src/domain/period';
import { defaultPolicy } from '../../../src/domain/policy';
import { day } from './days';

/** An institution in Paser that joined long ago. */
export const member = {
  id: 'bina-iman',
  zone: 'Asia/Makassar',
  registeredAt: new Date('2026-01-01T12:00:00+08:00'),
};

/** What is expected of it in the period of that day. */
export const expectationOf = (text: string, rhythm: Rhythm = 'monthly'): Expectation =>
  openExpectation(member, periodOf(day(text), rhythm), [], defaultPolicy);
