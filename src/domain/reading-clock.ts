import { clockMinute } from './clock-minute';
import { type Reading, understood, unclear } from './reading';

/** Reads a time of the day: '9', '09.15', 'jam 13:30', '2 siang'; returns minutes since midnight. */
export function readClock(said: string): Reading<number> {
  const words = said.toLowerCase().trim();
  const [, hour, minute = '00', part] =
    /^(?:pukul|jam)? ?(\d{1,2})(?:[.:](\d{2}))? ?(?:wita|wib|wit)? ?(pagi|siang|sore|malam)?(?: ?(?:wita|wib|wit))?$/u.exec(
      words,
    ) ?? [];
  const time = hour && clockMinute(`${hour.padStart(2, '0')}:${minute}`);
  if (typeof time !== 'number' || time >= dayMinutes) return unclear(notRead);
  const isAfternoon = part !== undefined && part !== 'pagi' && time < dayMinutes / 2;
  return understood(isAfternoon && !isSmallHour(part, time) ? time + dayMinutes / 2 : time);
}

const dayMinutes = 24 * 60;

/** '11 siang' is before noon, and '12 malam' is read as it stands. */
const isSmallHour = (part: string, time: number) => part === 'siang' && time >= 10 * 60;

const notRead = 'Mohon maaf, jamnya belum terbaca. Silakan ketik misalnya: 09.15.';

/** Minutes since midnight on the clock, with the Indonesian point: '09.15'. */
export const clockWords = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
