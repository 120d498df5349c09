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
