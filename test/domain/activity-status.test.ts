import { statusAt, type ActivityStatus, type StatusFacts } from '../../src/domain/activity-status';
import { defaultPolicy, policyFor } from '../../src/domain/policy';
import { day, noonAt } from './support/days';
import { activityOn, statusFacts } from './support/status-facts';

const leave = (from: string, to: string) => ({ from: day(from), to: day(to) });
const answeredOn = (text: string) => ({ lastAnswerAt: noonAt(text) });
const statusOf = (facts: Partial<StatusFacts>, on: string): ActivityStatus =>
  statusAt(statusFacts(facts), defaultPolicy, noonAt(on)).status;

/** The last activity was on 1 January 2026; day n of silence is that much later. */
const silent = { activities: [activityOn('2026-01-01')] };

describe('the status', () => {
  it.each<[string, Partial<StatusFacts>, string, ActivityStatus]>([
    ['registered today', {}, '2026-01-01', 'not-started'],
    ['new, day 59 without a word', {}, '2026-02-28', 'not-started'],
    ['new, day 60 without a word', {}, '2026-03-02', 'no-word'],
    ['new, day 180, in touch', answeredOn('2026-06-01'), '2026-06-30', 'not-started'],
    [
      'never started, day 181, in touch',
      answeredOn('2026-06-01'),
      '2026-07-01',
      'presumed-passive',
    ],
    ['never started, day 181, no word', {}, '2026-07-01', 'no-word'],
    ['silent for 90 days', silent, '2026-04-01', 'active'],
    [
      'silent for 91 days, in touch',
      { ...silent, ...answeredOn('2026-03-01') },
      '2026-04-02',
      'needs-attention',
    ],
    ['silent for 91 days, no word', silent, '2026-04-02', 'no-word'],
    [
      'silent for 180 days, in touch',
      { ...silent, ...answeredOn('2026-06-01') },
      '2026-06-30',
      'needs-attention',
    ],
    [
      'silent for 181 days, in touch',
      { ...silent, ...answeredOn('2026-06-01') },
      '2026-07-01',
      'presumed-passive',
    ],
    ['silent for 181 days, no word', silent, '2026-07-01', 'no-word'],
    [
      '59 days since the answer',
      { ...silent, ...answeredOn('2026-05-01') },
      '2026-06-29',
      'needs-attention',
    ],
    [
      '60 days since the answer',
      { ...silent, ...answeredOn('2026-05-01') },
      '2026-06-30',
      'no-word',
    ],
  ])('of one %s', (_what, facts, on, status) => {
    expect(statusOf(facts, on)).toBe(status);
  });

  it('is active from the first to the last day of an activity, and for 90 days more', () => {
    const activities = [{ startsOn: day('2026-03-10'), endsOn: day('2026-04-09') }];
    expect(statusOf({ activities, ...answeredOn('2026-03-09') }, '2026-03-09')).toBe('not-started');
    expect(statusOf({ activities }, '2026-03-10')).toBe('active');
    expect(statusOf({ activities }, '2026-04-09')).toBe('active');
    expect(statusOf({ activities }, '2026-07-08')).toBe('active');
    expect(statusOf({ activities, ...answeredOn('2026-07-08') }, '2026-07-09')).toBe(
      'needs-attention',
    );
  });

  it('needs attention after two unanswered check-ins, unless an activity speaks for itself', () => {
    expect(statusOf({ unansweredCheckIns: 1 }, '2026-01-10')).toBe('not-started');
    expect(statusOf({ unansweredCheckIns: 2 }, '2026-01-10')).toBe('needs-attention');
    expect(statusOf({ ...silent, unansweredCheckIns: 2 }, '2026-01-10')).toBe('active');
  });

  it('needs attention when an obstacle is open for more than 30 days, unless active', () => {
    const obstructed = { obstacleSince: day('2026-01-05') };
    expect(statusOf(obstructed, '2026-02-04')).toBe('not-started');
    expect(statusOf(obstructed, '2026-02-05')).toBe('needs-attention');
    expect(statusOf({ ...silent, ...obstructed }, '2026-02-05')).toBe('active');
  });

  it('owes no answer from before the registration', () => {
    expect(statusOf(answeredOn('2025-06-01'), '2026-03-01')).toBe('not-started');
    expect(statusOf({ lastAnswerAt: undefined }, '2026-03-01')).toBe('not-started');
    expect(statusOf({ lastAnswerAt: undefined }, '2026-03-02')).toBe('no-word');
  });
});

describe('a confirmed passive status', () => {
  const confirmed = {
    passiveConfirmed: { on: day('2026-07-10'), by: 'petugas', lastActivityThen: day('2026-01-01') },
    ...silent,
  };

  it('holds beyond 180 days, whether there is word or not', () => {
    expect(statusOf(confirmed, '2026-07-10')).toBe('passive');
    expect(statusOf({ ...confirmed, ...answeredOn('2026-07-20') }, '2026-07-21')).toBe('passive');
  });

  it('waits for the 181st day when it was given early', () => {
    expect(statusOf({ ...confirmed, ...answeredOn('2026-06-01') }, '2026-06-30')).toBe(
      'needs-attention',
    );
    expect(statusOf({ ...confirmed, ...answeredOn('2026-06-01') }, '2026-07-01')).toBe('passive');
  });

  it('ends with the next activity and does not come back by itself', () => {
    const again = {
      ...confirmed,
      activities: [activityOn('2026-01-01'), activityOn('2026-08-01')],
    };
    expect(statusOf(again, '2026-08-01')).toBe('active');
    expect(statusOf({ ...again, ...answeredOn('2027-02-01') }, '2027-02-02')).toBe(
      'presumed-passive',
    );
  });

  it('ends with an activity that came to light only later', () => {
    const late = { ...confirmed, activities: [activityOn('2026-01-15')] };
    expect(statusOf({ ...late, ...answeredOn('2026-07-20') }, '2026-08-01')).toBe(
      'presumed-passive',
    );
  });

  it('may be given to one that never started', () => {
    const never = { passiveConfirmed: { on: day('2026-07-10'), by: 'petugas' } };
    expect(statusOf(never, '2026-07-10')).toBe('passive');
  });
});

describe('leave', () => {
  const ramadan = { leaves: [leave('2026-02-01', '2026-03-16')] };

  it('pauses the silent days', () => {
    expect(statusOf({ ...silent, ...ramadan }, '2026-05-15')).toBe('active');
    expect(statusOf({ ...silent, ...ramadan, ...answeredOn('2026-05-01') }, '2026-05-16')).toBe(
      'needs-attention',
    );
  });

  it('pauses the days without a word and those of a new institution', () => {
    expect(statusOf(ramadan, '2026-04-14')).toBe('not-started');
    expect(statusOf(ramadan, '2026-04-15')).toBe('no-word');
    expect(statusOf({ ...ramadan, ...answeredOn('2026-08-01') }, '2026-08-13')).toBe('not-started');
    expect(statusOf({ ...ramadan, ...answeredOn('2026-08-01') }, '2026-08-14')).toBe(
      'presumed-passive',
    );
  });

  it('is an overlay from its first to its last day', () => {
    const onLeave = (on: string) =>
      statusAt(statusFacts(ramadan), defaultPolicy, noonAt(on)).overlays.onLeave;
    expect(['2026-01-31', '2026-02-01', '2026-03-16', '2026-03-17'].map(onLeave)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('does not age an obstacle more slowly', () => {
    const obstructed = { obstacleSince: day('2026-02-01'), ...ramadan };
    expect(statusOf(obstructed, '2026-03-04')).toBe('needs-attention');
  });
});

describe('days on which the bot was down', () => {
  it('are not days without a word, but remain days without an activity', () => {
    const outages = [leave('2026-02-01', '2026-02-10')];
    expect(statusOf({ outages }, '2026-03-11')).toBe('not-started');
    expect(statusOf({ outages }, '2026-03-12')).toBe('no-word');
    expect(statusOf({ outages, ...silent, ...answeredOn('2026-04-01') }, '2026-04-02')).toBe(
      'needs-attention',
    );
  });
});

describe('the reading', () => {
  const readingOf = (facts: Partial<StatusFacts>, on: string) =>
    statusAt(statusFacts(facts), defaultPolicy, noonAt(on));

  it('names everything that speaks for the status, the silence first', () => {
    const facts = {
      ...silent,
      ...answeredOn('2026-04-01'),
      unansweredCheckIns: 2,
      obstacleSince: day('2026-02-01'),
    };
    expect(readingOf(facts, '2026-04-11').reasons).toEqual([
      { kind: 'silent', days: 100, since: '2026-01-01' },
      { kind: 'unanswered-check-ins', count: 2 },
      { kind: 'open-obstacle', days: 69, since: '2026-02-01' },
    ]);
  });

  it('says when an activity ends, when one was, and that there never was one', () => {
    const course = { startsOn: day('2026-03-01'), endsOn: day('2026-03-20') };
    expect(readingOf({ activities: [course] }, '2026-03-10')).toMatchObject({
      reasons: [{ kind: 'running', until: '2026-03-20' }],
      silentDays: 0,
      lastActivityOn: '2026-03-20',
    });
    expect(readingOf({ activities: [course] }, '2026-03-25')).toMatchObject({
      reasons: [{ kind: 'recent', days: 5, since: '2026-03-20' }],
      silentDays: 5,
    });
    const never = readingOf({}, '2026-01-11');
    expect(never).toMatchObject({
      reasons: [{ kind: 'new', days: 10, since: '2026-01-01' }],
      silentDays: 10,
    });
    expect(never).not.toHaveProperty('lastActivityOn');
  });

  it('tells one that never answered from one that fell silent', () => {
    expect(readingOf({}, '2026-03-02').reasons[0]).toMatchObject({ everAnswered: true });
    expect(readingOf({ lastAnswerAt: undefined }, '2026-03-02').reasons[0]).toMatchObject({
      everAnswered: false,
    });
  });

  it('carries along that nobody can be reached', () => {
    expect(readingOf({ unreachable: true }, '2026-01-10')).toMatchObject({
      status: 'not-started',
      overlays: { onLeave: false, unreachable: true },
    });
  });
});

describe('another policy', () => {
  it('moves the limits', () => {
    const policy = policyFor({ activeDays: 30, passiveDays: 60, silentDays: 20 });
    const facts = statusFacts({ ...silent, ...answeredOn('2026-03-01') });
    expect(statusAt(facts, policy, noonAt('2026-01-31')).status).toBe('active');
    expect(statusAt(facts, policy, noonAt('2026-02-01')).status).toBe('needs-attention');
    expect(statusAt(facts, policy, noonAt('2026-03-03')).status).toBe('presumed-passive');
    expect(statusAt(facts, policy, noonAt('2026-03-21')).status).toBe('no-word');
  });

  it('with a short time for the new asks for attention until the passive limit', () => {
    const policy = policyFor({ newDays: 90 });
    const facts = statusFacts(answeredOn('2026-06-01'));
    expect(statusAt(facts, policy, noonAt('2026-04-01')).status).toBe('not-started');
    expect(statusAt(facts, policy, noonAt('2026-04-02'))).toMatchObject({
      status: 'needs-attention',
      reasons: [{ kind: 'never-started', days: 91 }],
    });
    expect(statusAt(facts, policy, noonAt('2026-07-01')).status).toBe('presumed-passive');
  });

  it('with a long time for the new does not presume them passive meanwhile', () => {
    const policy = policyFor({ newDays: 365 });
    const facts = statusFacts(answeredOn('2026-12-01'));
    expect(statusAt(facts, policy, noonAt('2027-01-01')).status).toBe('not-started');
    expect(statusAt(facts, policy, noonAt('2027-01-02')).status).toBe('presumed-passive');
  });
});
