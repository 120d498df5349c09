import { clockMinute } from './clock-minute';
import { type Hours, type Policy, defaultPolicy } from './policy';
import { shownCount } from './reading-count';

interface Range {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

const days = (name: string): Range => ({ name, least: 1, most: 3650 });

/** About a year of work; whoever waits longer waits for nothing. */
const mostWorkingDays = 250;
const workingDays = (name: string): Range => ({ name, least: 0, most: mostWorkingDays });

type Count = Exclude<
  keyof Policy,
  'rhythm' | 'escalation' | 'windows' | 'excusedLeaveShare' | 'openingUntilShare'
>;

const counts: Readonly<Record<Count, Range>> = {
  activeDays: days('Batas aktif'),
  passiveDays: days('Batas diduga pasif'),
  newDays: days('Batas belum mulai'),
  silentDays: days('Batas belum ada kabar'),
  unansweredCheckIns: { name: 'Sapaan tidak dijawab', least: 1, most: 100 },
  obstacleDays: days('Kendala terbuka'),
  maxAutomaticPerMonth: { name: 'Batas pesan per bulan', least: 0, most: 31 },
  reminderWorkingDays: workingDays('Jarak pengingat'),
  officerTaskWorkingDays: workingDays('Jarak tugas petugas'),
  effectDays: days('Masa ukur hasil'),
  graduatesDays: days('Pertanyaan lulusan'),
};

/**
 * Every reason, in Indonesian, why `policy` cannot be used; none when it can.
 *
 * The old policy stays in force while there is a problem.
 */
export const policyProblems = (policy: Policy): readonly string[] => [
  ...countProblems(policy),
  ...shareProblems(policy),
  ...orderProblems(policy),
  ...windowProblems(policy.windows),
];

const countProblems = (policy: Policy): readonly string[] =>
  (Object.keys(counts) as readonly Count[])
    .filter((key) => {
      const { least, most } = counts[key];
      return !Number.isInteger(policy[key]) || policy[key] < least || policy[key] > most;
    })
    .map((key) => {
      const { name, least, most } = counts[key];
      return `${name} perlu berupa bilangan bulat ${least} sampai ${shownCount(most)}, misalnya ${defaultPolicy[key]}.`;
    });

const shareProblems = (policy: Policy): readonly string[] =>
  [
    ['Libur yang membebaskan', policy.excusedLeaveShare] as const,
    ['Batas sapaan pembuka', policy.openingUntilShare] as const,
  ]
    .filter(([, share]) => !(share > 0 && share <= 1))
    .map(([name]) => `${name} perlu lebih dari 0 dan paling besar 1, misalnya 0,5.`);

function orderProblems({ escalation, ...policy }: Policy): readonly string[] {
  const { manager, deputy, officer, head } = escalation;
  const waits = [manager, deputy, officer, head];
  const risesFromZero = waits.every(
    (wait, index) =>
      Number.isInteger(wait) && wait >= (waits[index - 1] ?? 0) && wait <= mostWorkingDays,
  );
  return [
    policy.activeDays < policy.passiveDays ||
      'Batas aktif perlu lebih kecil daripada batas diduga pasif, misalnya 90 dan 180.',
    policy.reminderWorkingDays < policy.officerTaskWorkingDays ||
      'Jarak pengingat perlu lebih kecil daripada jarak tugas petugas, misalnya 5 dan 10.',
    risesFromZero ||
      `Tangga tindak lanjut perlu berurutan (pengelola, wakil, petugas, kepala) dan paling lama ${mostWorkingDays} hari kerja, misalnya 0, 2, 3, 7.`,
  ].filter((problem) => problem !== true);
}

const windowProblems = (windows: Policy['windows']): readonly string[] =>
  [
    areDays(windows.managerDays) || dayProblem('pengelola'),
    areDays(windows.officerDays) || dayProblem('petugas'),
    hourProblem('pengelola', windows.managerHours),
    hourProblem('Ramadan', windows.ramadanHours),
    hourProblem('petugas', windows.officerHours),
  ].filter((problem) => problem !== true);

const dayProblem = (whose: string) =>
  `Hari kirim ${whose} perlu berisi angka 1 (Senin) sampai 7 (Minggu), misalnya 1, 2, 3, 4.`;

function hourProblem(whose: string, list: readonly Hours[]): string | true {
  const onClock = list.every(({ from, to }) => [from, to].every(isOnClock));
  if (!onClock) return `Jam kirim ${whose} perlu antara 00:00 dan 24:00, misalnya 08:30-11:30.`;
  return (
    areHours(list) ||
    `Jam kirim ${whose} perlu berurutan dan tidak bertumpuk, misalnya 08:30-11:30.`
  );
}

const isOnClock = (time: string) => clockMinute(time) !== undefined;

const areDays = (list: readonly number[]): boolean =>
  list.length > 0 && list.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);

const areHours = (list: readonly Hours[]): boolean =>
  list.length > 0 &&
  list.every(({ from, to }, index) => {
    const [start, end] = [clockMinute(from), clockMinute(to)];
    const before = clockMinute(list[index - 1]?.to ?? '00:00');
    return (
      start !== undefined &&
      end !== undefined &&
      before !== undefined &&
      start < end &&
      start >= before
    );
  });
