import fc from 'fast-check';
import { answered, closed, withLeaves, type Expectation } from '../../src/domain/expectation';
import { expectationRates } from '../../src/domain/expectation-rates';
import { defaultPolicy } from '../../src/domain/policy';
import { day, noonAt, someMoment } from './support/days';
import { expectationOf } from './support/expectations';

const december = expectationOf('2026-12-01');
const reported = answered(december, { kind: 'report', at: noonAt('2026-12-10') });
const late = answered(december, { kind: 'report', at: noonAt('2027-01-10') });
const nil = answered(december, { kind: 'nil', at: noonAt('2026-12-10') });
const missed = closed(december, noonAt('2027-01-01'));
const wholeMonth = [{ from: day('2026-12-01'), to: day('2026-12-31') }];
const excused = withLeaves(december, wholeMonth, defaultPolicy, noonAt('2026-12-02'));

describe('the rates of expectations', () => {
  it('count rows, the excused ones outside', () => {
    expect(expectationRates([reported, late, nil, missed, december, excused])).toEqual({
      expected: 5,
      excused: 1,
      reported: 2,
      nil: 1,
      missing: 2,
      onTime: 2,
      completeness: 3 / 5,
      timeliness: 2 / 5,
    });
  });

  it('are unknown, not perfect, when nothing was expected', () => {
    expect(expectationRates([excused])).not.toHaveProperty('completeness');
    expect(expectationRates([])).not.toHaveProperty('timeliness');
  });

  it('never exceed 100 %, and timeliness never exceeds completeness', () => {
    const someStep: fc.Arbitrary<(expectation: Expectation) => Expectation> = fc.oneof(
      someMoment.map((at) => (each: Expectation) => answered(each, { kind: 'report', at })),
      someMoment.map((at) => (each: Expectation) => answered(each, { kind: 'nil', at })),
      someMoment.map((now) => (each: Expectation) => closed(each, now)),
      someMoment.map(
        (now) => (each: Expectation) => withLeaves(each, wholeMonth, defaultPolicy, now),
      ),
    );
    const someRow = fc
      .array(someStep, { maxLength: 5 })
      .map((steps) => steps.reduce((each, step) => step(each), december));
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 10 }), (rows) => {
        const { completeness = 0, timeliness = 0, ...counts } = expectationRates(rows);
        expect(completeness).toBeLessThanOrEqual(1);
        expect(timeliness).toBeLessThanOrEqual(completeness);
        expect(counts.reported + counts.nil + counts.missing).toBe(counts.expected);
        expect(counts.expected + counts.excused).toBe(rows.length);
      }),
    );
  });
});
