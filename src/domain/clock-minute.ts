/** The minute of the day a time 'HH:MM' stands for (0–1440), or undefined unless it is one; '24:00' ends the day. */
export function clockMinute(time: string): number | undefined {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  if (hour === undefined || minute === undefined || Number(minute) > 59) return undefined;
  const total = Number(hour) * 60 + Number(minute);
  return total <= 24 * 60 ? total : undefined;
}
