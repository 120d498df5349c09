import { refuse } from './mongo-error';

/** Milliseconds in a day. */
export const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formats.set(zone, made);
    return made;
  } catch {
    return refuse(40485, `unrecognized time zone identifier: "${zone}"`);
  }
}

function zoneOffset(zone: string, at: number): number {
  const parts = Object.fromEntries(
    formatFor(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: string): number => Number(parts[name]);
  const year = parts['era'] === 'BC' ? 1 - part('year') : part('year');
  const local = new Date(0);
  local.setUTCFullYear(year, part('month') - 1, part('day'));
  local.setUTCHours(part('hour'), part('minute'), part('second'));
  return local.getTime() - Math.floor(at / 1000) * 1000;
}

const OFFSET = /^([+-])(\d\d)(?::?(\d\d))?$/;

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds; zones are names or ±hh:mm. */
export function offsetAt(zone: string, at: number): number {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const [, sign, hours = '0', minutes = '0'] = OFFSET.exec(zone) ?? [];
  if (sign === undefined) return zoneOffset(zone, at);
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** What a zone's clock shows at an instant, as if it were UTC. */
export function localTime(zone: string, at: number): number {
  return at + offsetAt(zone, at);
}

/** The instant at which a zone's clock shows a time; in a gap, the later one. */
export function instantOf(zone: string, local: number): number {
  const guess = local - offsetAt(zone, local);
  return local - offsetAt(zone, guess);
}
