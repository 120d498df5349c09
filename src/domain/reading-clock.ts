import { clockMinute } from './clock-minute';
import { type Reading, understood, unclear } from './reading';
import { zoneLabel } from './zone';

const clock =
  /^(?:pukul|jam)? ?(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))? ?(?<first>wita|wib|wit)? ?(?<part>pagi|siang|sore|malam)?(?: ?(?<last>wita|wib|wit))?$/u;

/**
 * Reads a time of the day on the clocks of an IANA `zone`: '9', '09.15', 'jam 13:30', '2 siang'; returns
 * minutes since midnight. A time in another zone is refused, for it would be taken for this one's.
 */
export function readClock(said: string, zone: string): Reading<number> {
  const { first, last, ...typed } = clock.exec(said.toLowerCase().trim())?.groups ?? {};
  const other = otherZone([first, last], zone);
  if (other !== undefined) return unclear(other);
  const time = minutesIn(typed);
  return time === undefined ? unclear(notRead) : understood(time);
}

interface Typed {
  readonly hour?: string;
  readonly minute?: string;
  /** The part of the day: '2 siang'. */
  readonly part?: string;
}

function minutesIn({ hour = '', minute = '00', part }: Typed): number | undefined {
  const time = clockMinute(`${hour.padStart(2, '0')}:${minute}`);
  if (hour === '' || typeof time !== 'number' || time >= dayMinutes) return undefined;
  const isAfternoon = part !== undefined && part !== 'pagi' && time < dayMinutes / 2;
  return isAfternoon && !isSmallHour(part, time) ? time + dayMinutes / 2 : time;
}

/** Why a time is not taken that names a zone which is not the one meant. */
function otherZone(named: readonly (string | undefined)[], zone: string): string | undefined {
  const label = zoneLabel(zone);
  const other = named.find((name) => name !== undefined && name.toUpperCase() !== label);
  return (
    other &&
    `Mohon maaf, jam di sini dihitung menurut ${label}, bukan ${other.toUpperCase()}. Silakan ketik jamnya menurut ${label}.`
  );
}

const dayMinutes = 24 * 60;

/** '11 siang' is before noon, and '12 malam' is read as it stands. */
const isSmallHour = (part: string, time: number) => part === 'siang' && time >= 10 * 60;

const notRead = 'Mohon maaf, jamnya belum terbaca. Contoh lain: 9, 13.30, atau 2 siang.';

/** Minutes since midnight on the clock, with the Indonesian point: '09.15'. */
export const clockWords = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
