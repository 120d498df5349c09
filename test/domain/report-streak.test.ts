import { openExpectation, answered } from '../../src/domain/expectation';
import { defaultPolicy } from '../../src/domain/policy';
import { type Period, periodOf, previousPeriod } from '../../src/domain/period';
import { reportStreak } from '../../src/domain/report-streak';
import { day } from './support/days';

const member = { id: 'a', zone: 'Asia/Makassar', registeredAt: new Date('2020-01-01') };
const november = periodOf(day('2026-11-10'), 'monthly');
const at = new Date('2026-11-10T02:00:00Z');

function rows(...states: readonly ('report' | 'nil' | 'leave' | 'expected')[]) {
  let period: Period = november;
  return states.map((state) => {
    period = previousPeriod(period);
    const days = { from: period.opensOn, to: period.closesOn };
    const row = openExpectation(member, period, state === 'leave' ? [days] : [], defaultPolicy);
    return state === 'report' || state === 'nil' ? answered(row, { kind: state, at }) : row;
  });
}

describe('periods in a row with a report', () => {
  it.each([
    [[], 1],
    [['report'], 2],
    [['report', 'report', 'nil', 'report'], 3],
    [['nil', 'report'], 1],
    [['expected', 'report'], 1],
    [['report', 'leave', 'report'], 3],
  ] as const)('before it %j make %i', (before, streak) => {
    expect(reportStreak(rows(...before), november)).toBe(streak);
  });
});
