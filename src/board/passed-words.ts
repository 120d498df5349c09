import { dayAt } from '../domain/day';
import { clockTime, longDay, zoneLabel } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import { type Html, bold, html } from '../html';
import type { Passed } from './pass-interest';

type PassedOn = Exclude<Passed, { readonly to: 'nobody' }>;

/** To whom an interest was passed on, or from when on it will be, as it is told to whoever has it. */
export function passedWords({ to, at }: PassedOn, institution: Institution, now: Date): Html {
  const centre = html`BLK ${bold(shortName(institution))}`;
  const whom = to === 'centre' ? html`pengelola ${centre}` : html`petugas dinas`;
  const reason =
    to === 'centre' ? html`` : html`, karena pengelola ${centre} belum dapat dihubungi lewat bot`;
  if (at <= now)
    return html`Terima kasih. Minat Anda sudah kami teruskan kepada ${whom}${reason}. ✅`;
  return html`Terima kasih. Minat Anda sudah kami catat, dan akan kami teruskan kepada ${whom} pada
  jam kerjanya, mulai ${momentFrom(at, now, institution)}${reason}. ✅`;
}

/** 'hari ini pukul 13.30 WITA', or 'Senin, 30 November 2026 pukul 08.30 WITA'. */
function momentFrom(at: Date, now: Date, { zone }: Institution): string {
  const day = dayAt(at, zone);
  const name = day === dayAt(now, zone) ? 'hari ini' : longDay(day);
  return `${name} pukul ${clockTime(at, zone)} ${zoneLabel(zone)}`;
}
