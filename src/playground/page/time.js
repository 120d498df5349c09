/** Days and hours as people in Makassar read them. */

const timeZone = 'Asia/Makassar';
const format = (options) => new Intl.DateTimeFormat('id-ID', { timeZone, ...options });
const hour = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const dayMonth = format({ day: 'numeric', month: 'short' });

const colons = (text) => text.replaceAll('.', ':');

export const clockTime = (date) => `${hourOf(date)} WITA`;
export const clockDay = (date) => shortDay.format(date);
export const hourOf = (date) => colons(hour.format(date)).replace(':', '.');
export const dayOf = (date) => day.format(date);

/** The hour for today, else the day. */
export const briefly = (date, now) =>
  day.format(date) === day.format(now) ? hourOf(date) : dayMonth.format(date);

/** Makassar is eight hours ahead of UTC the whole year round. */
const ahead = 8 * 3_600_000;
const wallOf = (date) => new Date(date.getTime() + ahead);
const fromWall = (wall) => new Date(wall.getTime() - ahead);

/** An instant as a date-time field holds it, and back. */
export const fieldOf = (date) => wallOf(date).toISOString().slice(0, 16);
export const instantOf = (field) => fromWall(new Date(`${field.slice(0, 16)}Z`));

/** The same day and hour a month on, or the last day of a month too short for it. */
export function nextMonth(date) {
  const wall = wallOf(date);
  const day = wall.getUTCDate();
  wall.setUTCDate(1);
  wall.setUTCMonth(wall.getUTCMonth() + 2, 0);
  wall.setUTCDate(Math.min(day, wall.getUTCDate()));
  return fromWall(wall);
}

export function tomorrowMorning(date) {
  const wall = wallOf(date);
  wall.setUTCDate(wall.getUTCDate() + 1);
  wall.setUTCHours(8, 0, 0, 0);
  return fromWall(wall);
}
