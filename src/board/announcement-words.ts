import { type Announcement, type Audience, type Repeat, slotOf } from '../domain/announcement';
import { plainOf, readFormatted } from '../domain/formatted-text';
import { dayAt, isoWeekday } from '../domain/day';
import { clockTime, longDay, shortDay, weekdayName, zoneLabel } from '../domain/indonesian-dates';
import { shortName } from '../domain/institution';
import { officerStatusLabel } from '../domain/status-label';
import { wholeReach } from '../domain/rights';
import type { World } from '../ports';
import { allDone } from './audience';

/** Whom an announcement is for, in words. */
export async function audienceWords(audience: Audience, world: World): Promise<string> {
  switch (audience.who) {
    case 'groups':
      return 'Semua grup';
    case 'managers':
      return 'Semua pengelola';
    case 'institutions':
      return `${await institutionNames(audience.institutions, world)} (${waysWords[audience.to]})`;
    case 'regencies':
      return `${audience.regencies.join(', ')} (${waysWords[audience.to]})`;
    case 'statuses':
      return `Pengelola BLK: ${audience.statuses.map(officerStatusLabel).join(', ')}`;
    case 'stages':
      return `Pengelola BLK pada tahap: ${await stageNames(audience.stages, world)}`;
  }
}

const waysWords = {
  groups: 'grup',
  managers: 'pengelola',
  both: 'grup dan pengelola',
} as const;

const mostNamed = 5;

async function institutionNames(ids: readonly string[], world: World): Promise<string> {
  const first = await Promise.all(
    ids.slice(0, mostNamed).map((id) => world.institutions.one(id, wholeReach)),
  );
  const names = first.map((one) => (one ? shortName(one) : 'BLK yang sudah tidak ada'));
  const more = ids.length - mostNamed;
  return [...names, ...(more > 0 ? [`${more} BLK lain`] : [])].join(', ');
}

async function stageNames(ids: readonly string[], world: World): Promise<string> {
  const { stages } = await world.checklists.current();
  return ids
    .map((id) => (id === allDone ? allDoneWords : stages.find((stage) => stage.id === id)?.name))
    .map((name) => name ?? 'tahap yang sudah dikeluarkan')
    .join(', ');
}

const allDoneWords = 'Sudah selesai seluruh tahap';

/** When an announcement goes out, in words. */
export function timeWords({ firstAt, repeat, zone }: Times): string {
  if (!firstAt) return 'Sekarang';
  const day = dayAt(firstAt, zone);
  const clock = `pukul ${clockTime(firstAt, zone)} ${zoneLabel(zone)}`;
  if (repeat === 'once') return `${longDay(day)}, ${clock}`;
  const each =
    repeat === 'weekly'
      ? `Setiap ${weekdayName(isoWeekday(day))}`
      : `Setiap bulan, tanggal ${dateWords(Number(day.slice(8)))}`;
  return `${each}, ${clock}, mulai ${shortDay(day)}`;
}

/** Not every month has the last dates. */
const dateWords = (date: number): string =>
  date > 28 ? `${date} (pada bulan yang lebih pendek: hari terakhir bulan itu)` : String(date);

type Times = Pick<Announcement, 'firstAt' | 'repeat' | 'zone'>;

/** The Indonesian names of the repetitions. */
export const repeatLabels: Readonly<Record<Repeat, string>> = {
  once: 'Sekali saja',
  weekly: 'Setiap minggu',
  monthly: 'Setiap bulan',
};

/** When the next sending is, in words; nothing when there is none. */
export function nextWords(announcement: Times, n: number): string | undefined {
  const slot = slotOf(announcement, n);
  if (!slot) return undefined;
  const { zone } = announcement;
  return `${longDay(dayAt(slot, zone))}, pukul ${clockTime(slot, zone)} ${zoneLabel(zone)}`;
}

/** So many characters, where there are more than two more. */
const cut = /^(.{38}).{3}/u;

/** The words of an announcement without their formatting. */
export function withoutFormatting(text: string): string {
  const read = readFormatted(text);
  return read.ok ? plainOf(read.value) : text;
}

/** The beginning of a text, on one line, without formatting. */
export function excerpt(text: string): string {
  const words = withoutFormatting(text).replace(/\s+/gu, ' ').trim();
  const [, beginning] = cut.exec(words) ?? [];
  return beginning === undefined ? words : `${beginning}…`;
}
