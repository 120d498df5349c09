import { z } from 'zod';
import { asDay, daysBetween } from '../domain/day';
import type { CalendarFacts } from '../domain/calendar';
import { hijriMonthStart } from '../domain/hijri';
import { type Rhythm, rhythms } from '../domain/institution';
import { type DeploymentOverride, type InstitutionOverride, defaultPolicy } from '../domain/policy';

/** A value of the right shape, or every reason, in Indonesian, why it has not. */
export type Shaped<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

const number = z.number('perlu berupa angka');
const text = z.string('perlu berupa teks');
const hours = z.strictObject({ from: text, to: text });
const weekdays = z.array(number, 'perlu berupa daftar angka');
const spans = z.array(hours, 'perlu berupa daftar jam');

/** Null takes a setting back; what is not named stays. */
const optional = <T extends z.ZodType>(shape: T) => shape.nullish();

const managerWindows = {
  managerDays: optional(weekdays),
  managerHours: optional(spans),
  ramadanHours: optional(spans),
};

const { rhythm: _rhythm, escalation: _escalation, windows: _windows, ...plain } = defaultPolicy;
const numbers = Object.fromEntries(Object.keys(plain).map((name) => [name, optional(number)]));
const waits = Object.fromEntries(
  Object.keys(defaultPolicy.escalation).map((name) => [name, optional(number)]),
);
const rhythm = z.enum(rhythms, 'perlu salah satu dari: mingguan, dua mingguan, bulanan');
const counts = {
  ...numbers,
  escalation: optional(z.strictObject(waits)),
};

const institutionShape = z.strictObject({
  ...counts,
  windows: optional(z.strictObject(managerWindows)),
});
const deploymentShape = z.strictObject({
  ...counts,
  rhythm: optional(rhythm),
  windows: optional(
    z.strictObject({
      ...managerWindows,
      officerDays: optional(weekdays),
      officerHours: optional(spans),
    }),
  ),
});

const day = text
  .refine((given) => asDay(given) !== undefined, 'perlu berupa tanggal, misalnya 2027-03-10')
  .transform((given) => asDay(given) ?? neverDay(given));

function neverDay(given: string): never {
  throw new RangeError(`${given} passed for a day`);
}

/** More than this many days off in a list is a mistake, not a calendar. */
const mostDaysOff = 100;
const namedDays = z
  .array(z.strictObject({ on: day, name: text.min(1, 'perlu diisi') }), 'perlu berupa daftar hari')
  .max(mostDaysOff, `paling banyak ${mostDaysOff} hari`);

const kind = z.enum(['holiday', 'joint-leave'], 'perlu salah satu dari: libur, cuti bersama');
const localDay = { name: text.min(1, 'perlu diisi'), kind: kind.optional() };
const localDays = z
  .array(z.strictObject({ on: day, ...localDay }), 'perlu berupa daftar hari')
  .max(mostDaysOff, `paling banyak ${mostDaysOff} hari`);
const workingDays = z
  .array(day, 'perlu berupa daftar tanggal')
  .max(mostDaysOff, `paling banyak ${mostDaysOff} hari`);

const year = z.strictObject({ decree: text, holidays: namedDays, jointLeave: namedDays });
const years = z
  .record(z.string().regex(/^\d{4}$/u, 'perlu berupa tahun, misalnya 2027'), year)
  .superRefine((given, context) => {
    for (const [number, { holidays, jointLeave }] of Object.entries(given))
      for (const { on } of [...holidays, ...jointLeave])
        if (!on.startsWith(`${number}-`))
          context.addIssue({
            code: 'custom',
            path: [number],
            message: `memuat tanggal lain: ${on}`,
          });
  });

/** Indonesia announces a month a day sooner or later than computed; more than this is a slip of the pen. */
const mostDaysOffComputed = 3;
const hijriMonth = z
  .strictObject({
    year: number.int('perlu berupa tahun').min(1300, 'perlu berupa tahun Hijriah').max(1700),
    month: number.int('perlu 1 sampai 12').min(1, 'perlu 1 sampai 12').max(12, 'perlu 1 sampai 12'),
    startsOn: day,
  })
  .refine(
    ({ startsOn, ...month }) =>
      Math.abs(daysBetween(hijriMonthStart(month), startsOn)) <= mostDaysOffComputed,
    'mulai terlalu jauh dari hitungan kalender, mohon dicek lagi',
  );

const calendarShape = z.strictObject({
  years: years.optional(),
  localDaysOff: localDays.optional(),
  workingDays: workingDays.optional(),
  hijriMonths: z.array(hijriMonth, 'perlu berupa daftar bulan').optional(),
});

/** What a command adds to the calendar, by year, day and month; null takes an entry back. */
const announcementShape = z.strictObject({
  years: z.record(z.string(), z.unknown()).optional(),
  localDaysOff: z.record(z.string(), z.strictObject(localDay).nullable()).optional(),
  workingDays: z.record(z.string(), z.literal(true).nullable()).optional(),
  hijriMonths: z
    .record(
      z.string().regex(/^\d{4}-\d{2}$/u, 'perlu berupa tahun dan bulan Hijriah, misalnya 1448-09'),
      text.nullable(),
    )
    .optional(),
});

export type Announcement = z.infer<typeof announcementShape>;

/** Settings of the deployment, by the names of the policy. */
export const deploymentSettings = (given: unknown): Shaped<DeploymentOverride> =>
  shaped<DeploymentOverride>(deploymentShape, given);

/** Settings of one institution: everything but the hours of the office. */
export const institutionSettings = (given: unknown): Shaped<InstitutionOverride> =>
  shaped<InstitutionOverride>(institutionShape, given);

/** The rhythm of one institution. */
export const rhythmSetting = (given: unknown): Shaped<{ readonly rhythm?: Rhythm | null }> =>
  shaped(z.strictObject({ rhythm: optional(rhythm) }), given);

/** Additions to the calendar, whose entries are still to be checked with `calendarSettings`. */
export const announcementSettings = (given: unknown): Shaped<Announcement> =>
  shaped<Announcement>(announcementShape, given);

/** Days off and Hijri months. */
export const calendarSettings = (given: unknown): Shaped<Partial<CalendarFacts>> =>
  shaped<Partial<CalendarFacts>>(calendarShape, given);

function shaped<T>(shape: z.ZodType, given: unknown): Shaped<T> {
  const parsed = shape.safeParse(given);
  return parsed.success
    ? { ok: true, value: parsed.data as T }
    : { ok: false, problems: shapeProblems(parsed.error) };
}

/** Every problem with its place, such as 'escalation.head: perlu berupa angka.' */
export const shapeProblems = ({ issues }: z.ZodError): readonly string[] =>
  issues.flatMap((issue) => {
    const place = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => `${[place, key].filter(Boolean).join('.')}: tidak dikenal.`);
    return [`${place || 'Isi'}: ${inIndonesian(issue)}.`];
  });

/** Words of ours are lower case; zod's own begin with a capital. */
const inIndonesian = ({ message }: { readonly message: string }) =>
  /^[a-z]/u.test(message) ? message : 'belum sesuai bentuknya';
