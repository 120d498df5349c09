import fc from 'fast-check';
import {
  answered,
  closed,
  excuseLabel,
  isAnswered,
  isMissing,
  openExpectation,
  withLeaves,
  withOutages,
  type Answer,
  type AnswerKind,
  type Expectation,
  type Outage,
} from '../../src/domain/expectation';
import { periodOf } from '../../src/domain/period';
import { defaultPolicy } from '../../src/domain/policy';
import { day, noonAt, someMoment, witaAt } from './support/days';
import { expectationOf, member } from './support/expectations';

const december = expectationOf('2026-12-01');
const leave = (from: string, to: string) => [{ from: day(from), to: day(to) }];
const answer = (kind: AnswerKind, at: Date): Answer => ({ kind, at });

describe('an expectation', () => {
  it('opens with the period and closes with its last day in the zone of the institution', () => {
    expect(december).toMatchObject({
      institution: 'bina-iman',
      state: 'expected',
      opensAt: new Date('2026-11-30T16:00:00Z'),
      deadlineAt: new Date('2026-12-31T16:00:00Z'),
    });
    expect(december.period.id).toBe('2026-12');
  });

  it.each([
    ['joined on the first day', { registeredAt: noonAt('2026-12-01') }, 'expected'],
    ['joined on the second day', { registeredAt: noonAt('2026-12-02') }, 'excused'],
    ['was archived before', { archivedAt: noonAt('2026-11-30') }, 'excused'],
    ['was archived as it opened', { archivedAt: december.opensAt }, 'excused'],
    ['was archived during it', { archivedAt: noonAt('2026-12-10') }, 'expected'],
  ])('of one that %s is %s', (_what, changes, state) => {
    const period = periodOf(day('2026-12-01'), 'monthly');
    expect(openExpectation({ ...member, ...changes }, period, [], defaultPolicy).state).toBe(state);
  });

  it.each([
    ['2026-12-01', '2026-12-15', 'expected'],
    ['2026-12-01', '2026-12-16', 'excused'],
    ['2026-11-01', '2027-01-31', 'excused'],
    ['2026-12-16', '2027-01-31', 'excused'],
  ])('with leave from %s to %s is %s, half of the period being enough', (from, to, state) => {
    const { period } = december;
    expect(openExpectation(member, period, leave(from, to), defaultPolicy).state).toBe(state);
  });

  it('is excused by leave of exactly half its days', () => {
    const period = periodOf(day('2026-11-01'), 'monthly');
    const stateWith = (to: string) =>
      openExpectation(member, period, leave('2026-11-01', to), defaultPolicy).state;
    expect([stateWith('2026-11-14'), stateWith('2026-11-15')]).toEqual(['expected', 'excused']);
  });
});

describe('an answer', () => {
  it('is on time until the deadline, which itself is late', () => {
    const last = new Date(december.deadlineAt.getTime() - 1);
    expect(answered(december, answer('report', last))).toMatchObject({
      state: 'reported',
      onTime: true,
    });
    expect(answered(december, answer('report', december.deadlineAt))).toMatchObject({
      state: 'reported',
      onTime: false,
    });
  });

  it('that says there is nothing, or why, is a nil report', () => {
    const nil = answered(december, answer('nil', noonAt('2026-12-05')));
    const obstacle = answered(december, answer('obstacle', noonAt('2026-12-05')));
    expect(nil).toMatchObject({ state: 'nil', via: 'nil' });
    expect(obstacle).toMatchObject({ state: 'nil', via: 'obstacle' });
  });

  it('with an activity outweighs a nil report but keeps the time of the first answer', () => {
    const nil = answered(december, answer('nil', noonAt('2026-12-05')));
    expect(answered(nil, answer('report', noonAt('2027-01-05')))).toMatchObject({
      state: 'reported',
      via: 'report',
      answeredAt: noonAt('2026-12-05'),
      onTime: true,
    });
  });

  it('may come after the period was missed, or in spite of an excuse', () => {
    const missed = closed(december, noonAt('2027-01-01'));
    expect(answered(missed, answer('report', noonAt('2027-01-05')))).toMatchObject({
      state: 'reported',
      onTime: false,
    });
    const excused = withLeaves(
      december,
      leave('2026-12-01', '2026-12-31'),
      defaultPolicy,
      noonAt('2026-12-02'),
    );
    const reported = answered(excused, answer('report', noonAt('2026-12-05')));
    expect(reported).toMatchObject({ state: 'reported', onTime: true });
    expect(reported).not.toHaveProperty('excuse');
  });

  it('may be given in any order, or twice, with the same result', () => {
    const someAnswer = fc
      .tuple(fc.constantFrom<AnswerKind>('report', 'nil', 'obstacle'), someMoment)
      .map(([kind, at]) => answer(kind, at));
    const orders = fc
      .array(someAnswer, { minLength: 1, maxLength: 5 })
      .chain((answers) =>
        fc.tuple(
          fc.constant(answers),
          fc.shuffledSubarray([...answers, ...answers], { minLength: answers.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(orders, ([answers, shuffled]) => {
        expect(shuffled.reduce(answered, december)).toEqual(answers.reduce(answered, december));
      }),
    );
  });
});

describe('closing', () => {
  it('makes a miss of what is still expected at the deadline', () => {
    expect(closed(december, new Date(december.deadlineAt.getTime() - 1)).state).toBe('expected');
    expect(closed(december, december.deadlineAt).state).toBe('missed');
  });

  it('leaves what was answered or excused as it is', () => {
    const nil = answered(december, answer('nil', noonAt('2026-12-05')));
    const excused = withLeaves(
      december,
      leave('2026-12-01', '2026-12-31'),
      defaultPolicy,
      noonAt('2026-12-02'),
    );
    expect(closed(nil, noonAt('2027-02-01'))).toBe(nil);
    expect(closed(excused, noonAt('2027-02-01'))).toBe(excused);
  });
});

describe('leave entered later', () => {
  const most = leave('2026-12-01', '2026-12-25');

  it('excuses what is expected or missed', () => {
    const missed = closed(december, noonAt('2027-01-01'));
    for (const each of [december, missed])
      expect(withLeaves(each, most, defaultPolicy, noonAt('2027-01-02'))).toMatchObject({
        state: 'excused',
        excuse: 'leave',
      });
  });

  it('and shortened again makes it expected, or missed once it is over', () => {
    const excused = withLeaves(december, most, defaultPolicy, noonAt('2026-12-02'));
    const shorter = leave('2026-12-01', '2026-12-03');
    expect(withLeaves(excused, shorter, defaultPolicy, noonAt('2026-12-04'))).toEqual(december);
    expect(withLeaves(excused, shorter, defaultPolicy, noonAt('2027-01-04')).state).toBe('missed');
  });

  it('changes neither an answer nor another excuse', () => {
    const reported = answered(december, answer('report', noonAt('2026-12-05')));
    const joined = { ...member, registeredAt: noonAt('2026-12-20') };
    const excused = openExpectation(joined, december.period, [], defaultPolicy);
    expect(withLeaves(reported, most, defaultPolicy, noonAt('2026-12-06'))).toBe(reported);
    expect(withLeaves(excused, [], defaultPolicy, noonAt('2026-12-21'))).toBe(excused);
  });
});

describe('an outage of the bot', () => {
  const zone = 'Asia/Makassar';
  const outage = { from: witaAt('2026-12-31', '18:00'), to: witaAt('2027-01-01', '09:00') };
  const after = (expectation: Expectation, outages: readonly Outage[], now: Date) =>
    withOutages(expectation, outages, zone, now);
  const newYear = noonAt('2027-01-01');

  it('leaves as much time after it as there was before it', () => {
    expect(after(december, [outage], newYear).deadlineAt).toEqual(witaAt('2027-01-01', '15:00'));
  });

  it('counts from the opening of the period on', () => {
    const overOpening = { from: noonAt('2026-11-30'), to: witaAt('2026-12-01', '06:00') };
    expect(after(december, [overOpening], newYear).deadlineAt).toEqual(
      witaAt('2027-01-01', '06:00'),
    );
  });

  it('outside the period changes nothing', () => {
    const later = { from: december.deadlineAt, to: noonAt('2027-01-02') };
    const earlier = { from: noonAt('2026-11-01'), to: december.opensAt };
    expect(after(december, [later, earlier], noonAt('2027-01-02'))).toBe(december);
  });

  it('within the time that an earlier one gave counts as well', () => {
    const second = { from: witaAt('2027-01-01', '10:00'), to: witaAt('2027-01-01', '12:00') };
    expect(after(december, [second, outage], newYear).deadlineAt).toEqual(
      witaAt('2027-01-01', '17:00'),
    );
  });

  it('undoes the lateness and the miss it caused, and no other', () => {
    const at = (time: string) => answered(december, answer('nil', witaAt('2027-01-01', time)));
    const now = noonAt('2027-01-02');
    expect(after(at('14:59'), [outage], now)).toMatchObject({ onTime: true });
    expect(after(at('15:00'), [outage], now)).toMatchObject({ onTime: false });
    const missed = closed(december, now);
    expect(after(missed, [outage], witaAt('2027-01-01', '14:00')).state).toBe('expected');
    expect(after(missed, [outage], now).state).toBe('missed');
  });

  const someOutages = fc.array(
    fc
      .tuple(someMoment, fc.integer({ min: 1, max: 40 * 86_400 }))
      .map(([from, seconds]) => ({ from, to: new Date(from.getTime() + seconds * 1000) })),
    { maxLength: 5 },
  );

  it('counts once, however often and in whatever order it is told', () => {
    fc.assert(
      fc.property(someOutages, someMoment, (outages, now) => {
        const once = after(december, outages, now);
        const again = after(once, [...outages, ...outages].toReversed(), now);
        expect(again).toEqual(once);
        expect(once.deadlineAt >= december.deadlineAt).toBe(true);
      }),
    );
  });

  it('never takes time away by being longer', () => {
    fc.assert(
      fc.property(someOutages, someMoment, fc.nat(86_400), (outages, now, more) => {
        const longer = outages.map(({ from, to }) => ({
          from,
          to: new Date(to.getTime() + more * 1000),
        }));
        const [less, later] = [after(december, outages, now), after(december, longer, now)];
        expect(later.deadlineAt >= less.deadlineAt).toBe(true);
      }),
    );
  });
});

describe('an institution', () => {
  it('is missing from the opening until it answers or is excused', () => {
    const [before, during] = [noonAt('2026-11-30'), noonAt('2026-12-02')];
    expect(isMissing(december, before)).toBe(false);
    expect(isMissing(december, december.opensAt)).toBe(true);
    expect(isMissing(closed(december, noonAt('2027-01-01')), noonAt('2027-01-01'))).toBe(true);
    const obstacle = answered(december, answer('obstacle', during));
    expect(isAnswered(obstacle)).toBe(true);
    expect(isMissing(obstacle, during)).toBe(false);
    const rests = withLeaves(december, leave('2026-12-01', '2026-12-31'), defaultPolicy, during);
    expect(isMissing(rests, during)).toBe(false);
  });

  it('is excused for a reason people can read', () => {
    expect(excuseLabel('leave')).toBe('libur pondok');
  });
});
