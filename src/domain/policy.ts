import type { Rhythm } from './institution';

/** A part of the day on the clock of a zone, as 'HH:MM'; `from` belongs to it, `to` does not. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** When automatic messages may leave; days of the week by ISO 8601, 1 is Monday. */
export interface Windows {
  /** Monday to Thursday: the working days that pesantren and office share (domain.md 5). */
  readonly managerDays: readonly number[];
  /** Between morning lessons and Zuhur, else between Zuhur and Asar (domain.md 5, prayer times). */
  readonly managerHours: readonly Hours[];
  /** In Ramadan, and then only what is urgent (domain.md 5). */
  readonly ramadanHours: readonly Hours[];
  /** Monday to Friday: the office's week (design 3, Calendar). */
  readonly officerDays: readonly number[];
  /** The office's hours (design 3, Calendar). */
  readonly officerHours: readonly Hours[];
}

/** How many working days after a worsening each person is told (design 3, Escalation). */
export interface EscalationWaits {
  readonly manager: number;
  readonly deputy: number;
  readonly officer: number;
  readonly head: number;
}

/** Every threshold and limit of the bot; the numbers are the dinas's to change. */
export interface Policy {
  /** How often centres are asked for news; each has a rhythm of its own, which follows this one until it differs (design 3, Expectations). */
  readonly rhythm: Rhythm;
  /** Up to this many effective silent days a centre is active: the longest normal quiet spell was 65 days (domain.md 9.1). */
  readonly activeDays: number;
  /** Beyond this many effective silent days it is presumed passive: two packages a year leave gaps of 152 days (domain.md 9.1). */
  readonly passiveDays: number;
  /** Up to this many days after registration, a centre without any activity is one that has not started (design 3). */
  readonly newDays: number;
  /** From this many days without an answer of any kind on, there is no word (design 3). */
  readonly silentDays: number;
  /** From this many unanswered check-ins in a row on, a centre needs attention (design 3). */
  readonly unansweredCheckIns: number;
  /** An obstacle open for longer than this many days needs attention (design 3). */
  readonly obstacleDays: number;
  /** Automatic messages to one manager in a calendar month (domain-data, maks_otomatis_per_bulan). */
  readonly maxAutomaticPerMonth: number;
  /** Working days from the opening message to the reminder (domain-data, tangga). */
  readonly reminderWorkingDays: number;
  /** Working days from the opening message to an officer's task (domain-data, tangga). */
  readonly officerTaskWorkingDays: number;
  /** A period is excused when leave covers at least this share of its days (our choice: most of it). */
  readonly excusedLeaveShare: number;
  /** No opening message once this share of a period is over: the next one is near (our choice). */
  readonly openingUntilShare: number;
  /** Days after the end of an incident in which an answer counts as its effect (design 3, Escalation). */
  readonly effectDays: number;
  /** Days from the end of a course to the question what became of its graduates (domain.md 10, need 20: once, after 3 months). */
  readonly graduatesDays: number;
  readonly escalation: EscalationWaits;
  readonly windows: Windows;
}

/** The policy of a deployment that has changed nothing. */
export const defaultPolicy: Policy = {
  rhythm: 'monthly',
  activeDays: 90,
  passiveDays: 180,
  newDays: 180,
  silentDays: 60,
  unansweredCheckIns: 2,
  obstacleDays: 30,
  maxAutomaticPerMonth: 2,
  reminderWorkingDays: 5,
  officerTaskWorkingDays: 10,
  excusedLeaveShare: 0.5,
  openingUntilShare: 0.75,
  effectDays: 7,
  graduatesDays: 90,
  escalation: { manager: 0, deputy: 2, officer: 3, head: 7 },
  windows: {
    managerDays: [1, 2, 3, 4],
    managerHours: [
      { from: '08:30', to: '11:30' },
      { from: '13:30', to: '14:45' },
    ],
    ramadanHours: [{ from: '09:00', to: '11:00' }],
    officerDays: [1, 2, 3, 4, 5],
    officerHours: [{ from: '07:30', to: '16:00' }],
  },
};

/** What one deployment changes. */
export type DeploymentOverride = Partial<Omit<Policy, 'escalation' | 'windows'>> & {
  readonly escalation?: Partial<EscalationWaits>;
  readonly windows?: Partial<Windows>;
};

type ManagerWindows = Pick<Windows, 'managerDays' | 'managerHours' | 'ramadanHours'>;

/** What one institution changes: everything but the hours of the office; its rhythm stands with the institution. */
export type InstitutionOverride = Omit<DeploymentOverride, 'windows' | 'rhythm'> & {
  readonly windows?: Partial<ManagerWindows>;
};

type Override = DeploymentOverride | InstitutionOverride | undefined;

/** The policy that holds after `overrides`, the later ones winning: deployment first, institution second. */
export const policyFor = (...overrides: readonly Override[]): Policy =>
  overrides.reduce<Policy>(
    (policy, override) => ({
      ...policy,
      ...given(override),
      escalation: { ...policy.escalation, ...given(override?.escalation) },
      windows: { ...policy.windows, ...given(override?.windows) },
    }),
    defaultPolicy,
  );

/** An unset setting is `undefined` after reading a file; it must not erase the value below it. */
const given = <T extends object>(override: T | undefined): Partial<T> =>
  Object.fromEntries(
    Object.entries(override ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
