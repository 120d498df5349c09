import { type Calendar, calendarOf, dayOff } from '../domain/calendar';
import type { Day } from '../domain/day';
import { shortDay } from '../domain/indonesian-dates';
import { rhythmLabel } from '../domain/institution-words';
import { policyFor } from '../domain/policy';
import type { PolicyLayer } from '../domain/policy-layers';
import { type Setting, settings, valueIn } from '../domain/setting';
import { settingChanges, settingWords } from '../domain/setting-words';
import type { FileState, RulesState } from '../ports/rules';
import { isolated } from '../domain/isolated';

/** Two states of the settings, and what institutions are called. */
export interface SettingsNews {
  readonly before: RulesState;
  readonly after: RulesState;
  readonly nameOf: (institution: string) => string;
}

/** What was changed in the editable file, line by line in Indonesian, old and new; none when nothing was. */
export const newsOfFile = (news: SettingsNews): readonly string[] => [
  ...newsOfDeployment(news),
  ...idsIn(news).flatMap((id) => newsOfInstitution(id, news)),
  ...newsOfDays(news.before.file, news.after.file),
];

/** What was set and stopped being in force, or never was. */
export const newProblems = ({ before, after }: SettingsNews): readonly string[] =>
  after.problems.filter((problem) => !before.problems.includes(problem));

/** A command wins over the file; whoever edits the file must not wait for nothing. */
function newsOfDeployment({ before, after }: SettingsNews): readonly string[] {
  return settingChanges(policyFor(before.file.policy), policyFor(after.file.policy)).map(
    ({ setting, was, is }) => {
      const inForce = settingWords(setting, valueIn(after.policy, setting));
      const but = inForce === is ? '' : `; yang berlaku tetap ${inForce} dari /pengaturan`;
      return `${setting.label}: ${was} → ${is}${but}`;
    },
  );
}

const idsIn = ({ before, after }: SettingsNews): readonly string[] => [
  ...new Set(
    [before.file, after.file].flatMap(({ institutions, rhythms }) => [
      ...Object.keys(institutions),
      ...Object.keys(rhythms),
    ]),
  ),
];

function newsOfInstitution(id: string, { before, after, nameOf }: SettingsNews): readonly string[] {
  const [was, is] = [before.file.institutions[id] ?? {}, after.file.institutions[id] ?? {}];
  const command = after.institutions[id]?.at(-1) ?? {};
  const [rhythmWas, rhythm] = [before.file.rhythms[id], after.file.rhythms[id]];
  return [
    ...settings.flatMap((setting) => ownChange(setting, was, is, command)),
    ...(rhythm && rhythm !== rhythmWas ? [`Ritme laporan: ${rhythmLabel(rhythm)}`] : []),
  ].map((line) => `${nameOf(id)} – ${line}`);
}

function ownChange(
  setting: Setting,
  before: PolicyLayer,
  after: PolicyLayer,
  command: PolicyLayer,
): readonly string[] {
  const [was, is] = [ownWords(setting, before), ownWords(setting, after)];
  if (was === is) return [];
  const byCommand = valueIn(command, setting);
  const but = byCommand === undefined ? '' : '; yang berlaku tetap dari /pengaturan';
  return [`${setting.label}: ${was} → ${is}${but}`];
}

function ownWords(setting: Setting, layer: PolicyLayer): string {
  const value = valueIn(layer, setting);
  return value === undefined ? 'seperti yang lain' : settingWords(setting, value);
}

function newsOfDays(before: FileState, after: FileState): readonly string[] {
  const [was, is] = [calendarOf(before.calendar), calendarOf(after.calendar)];
  return daysIn(was, is).flatMap((day) => {
    const [earlier, now] = [dayOff(day, was), dayOff(day, is)];
    if (earlier?.name === now?.name && earlier?.kind === now?.kind) return [];
    return now
      ? `${shortDay(day)}: ${now.kind === 'joint-leave' ? 'cuti bersama' : 'libur'}, ${isolated(now.name)}`
      : `${shortDay(day)}: bukan hari libur lagi`;
  });
}

const daysIn = (...calendars: readonly Calendar[]): readonly Day[] =>
  [
    ...new Set(
      calendars.flatMap(({ daysOff, workingDays }) => [...daysOff.keys(), ...workingDays]),
    ),
  ].toSorted();
