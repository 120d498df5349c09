import { defaultPolicy, policyFor, type DeploymentOverride } from '../../src/domain/policy';
import { policyProblems } from '../../src/domain/policy-problems';

describe('a policy', () => {
  it('is the default where nothing was changed', () => {
    expect(policyFor()).toEqual(defaultPolicy);
    expect(policyFor(undefined, {})).toEqual(defaultPolicy);
  });

  it('lets the institution win over the deployment, and both over the default', () => {
    const policy = policyFor(
      { activeDays: 60, escalation: { deputy: 4 }, windows: { officerDays: [1] } },
      { activeDays: 45, windows: { managerDays: [2] } },
    );
    expect(policy.activeDays).toBe(45);
    expect(policy.passiveDays).toBe(180);
    expect(policy.escalation).toEqual({ manager: 0, deputy: 4, officer: 3, head: 7 });
    expect(policy.windows.officerDays).toEqual([1]);
    expect(policy.windows.managerDays).toEqual([2]);
    expect(policy.windows.managerHours).toEqual(defaultPolicy.windows.managerHours);
  });

  it('keeps the value below a setting that is undefined', () => {
    const unset: DeploymentOverride = { silentDays: undefined, escalation: { head: undefined } };
    expect(policyFor({ silentDays: 30 }, unset).silentDays).toBe(30);
    expect(policyFor(unset).escalation.head).toBe(7);
  });

  it('carries the numbers of the design by default', () => {
    expect(defaultPolicy).toMatchObject({
      activeDays: 90,
      passiveDays: 180,
      newDays: 180,
      silentDays: 60,
      unansweredCheckIns: 2,
      obstacleDays: 30,
      maxAutomaticPerMonth: 2,
      reminderWorkingDays: 5,
      officerTaskWorkingDays: 10,
      effectDays: 7,
      graduatesDays: 90,
      escalation: { manager: 0, deputy: 2, officer: 3, head: 7 },
      windows: { managerDays: [1, 2, 3, 4], officerDays: [1, 2, 3, 4, 5] },
    });
  });
});

describe('the problems of a policy', () => {
  const hours = (from: string, to: string) => ({ windows: { managerHours: [{ from, to }] } });

  it('are none for the default', () => {
    expect(policyProblems(defaultPolicy)).toEqual([]);
  });

  it('are none at the very limits', () => {
    const noon = [
      { from: '00:00', to: '12:00' },
      { from: '12:00', to: '24:00' },
    ];
    const atTheLimits = {
      silentDays: 1,
      passiveDays: 3650,
      maxAutomaticPerMonth: 0,
      excusedLeaveShare: 1,
      escalation: { manager: 0, deputy: 0, officer: 0, head: 0 },
      windows: { managerDays: [1, 7], managerHours: noon },
    };
    expect(policyProblems(policyFor(atTheLimits))).toEqual([]);
  });

  it.each<[string, DeploymentOverride]>([
    ['no days', { activeDays: 0 }],
    ['half a day', { silentDays: 1.5 }],
    ['not a number', { obstacleDays: Number.NaN }],
    ['a share of nothing', { excusedLeaveShare: 0 }],
    ['a share of more than all', { openingUntilShare: 1.1 }],
    ['limits that meet', { activeDays: 180 }],
    ['a task before its reminder', { officerTaskWorkingDays: 5 }],
    ['a head before the officer', { escalation: { head: 1 } }],
    ['a negative wait', { escalation: { manager: -1 } }],
    ['a day beyond Sunday', { windows: { managerDays: [8] } }],
    ['no hours at all', { windows: { managerHours: [] } }],
    ['an officer before the deputy', { escalation: { officer: 1 } }],
    ['no day at all', { windows: { officerDays: [] } }],
    ['an hour that is none', hours('8:30', '11:30')],
    ['an hour beyond the day', hours('08:30', '25:00')],
    ['hours that end before they begin', hours('11:30', '08:30')],
    ['hours of no length', hours('08:30', '08:30')],
    [
      'hours that overlap',
      {
        windows: {
          officerHours: [
            { from: '08:00', to: '12:00' },
            { from: '11:00', to: '13:00' },
          ],
        },
      },
    ],
  ])('name %s', (_what, override) => {
    expect(policyProblems(policyFor(override))).toEqual([expect.stringMatching(/^[A-Z].*\.$/)]);
  });

  it('are all listed at once', () => {
    expect(policyProblems(policyFor({ activeDays: -1, silentDays: -1 }))).toHaveLength(2);
  });
});
