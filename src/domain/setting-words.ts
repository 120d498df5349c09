import { weekdayName } from './indonesian-dates';
import { rhythmLabel } from './institution-words';
import type { Hours, Policy } from './policy';
import type { Rhythm } from './institution';
import { type Setting, settings, valueIn } from './setting';

/** A setting's value as people read it: '90 hari', 'Senin–Kamis', '08.30–11.30 dan 13.30–14.45'. */
export function settingWords({ kind }: Pick<Setting, 'kind'>, value: unknown): string {
  switch (kind) {
    case 'rhythm':
      return rhythmLabel(value as Rhythm);
    case 'share':
      return `${Math.round(Number(value) * 100)}%`;
    case 'weekdays':
      return weekdayWords(value as readonly number[]);
    case 'hours':
      return hourWords(value as readonly Hours[]);
    case 'days':
    case 'working-days':
    case 'times':
    case 'messages':
      return `${Number(value)} ${units[kind]}`;
  }
}

const units = {
  days: 'hari',
  'working-days': 'hari kerja',
  times: 'kali',
  messages: 'pesan',
} as const;

const hourWords = (list: readonly Hours[]): string =>
  list.map(({ from, to }) => `${dotted(from)}–${dotted(to)}`).join(' dan ');

const dotted = (time: string) => time.replace(':', '.');

/** Three days or more in a row become 'Senin–Kamis'. */
function weekdayWords(list: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const day of [...new Set(list)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && day === last[1] + 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.flatMap(([from, to]) => runWords(from, to)).join(', ');
}

function runWords(from: number, to: number): readonly string[] {
  if (from === to) return [weekdayName(from)];
  return to === from + 1
    ? [weekdayName(from), weekdayName(to)]
    : [`${weekdayName(from)}–${weekdayName(to)}`];
}

/** A setting whose value differs between two policies. */
export interface SettingChange {
  readonly setting: Setting;
  readonly was: string;
  readonly is: string;
}

/** Every setting that differs, with both values in words. */
export const settingChanges = (before: Policy, after: Policy): readonly SettingChange[] =>
  settings
    .map((setting) => ({
      setting,
      was: settingWords(setting, valueIn(before, setting)),
      is: settingWords(setting, valueIn(after, setting)),
    }))
    .filter(({ was, is }) => was !== is);
