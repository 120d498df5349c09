import { rhythmIn, weekdayIn } from './institution-words';
import type { Hours } from './policy';
import { type Reading, understood, unclear } from './reading';
import { readCount } from './reading-count';
import type { Setting } from './setting';
import { plainly } from './typed-text';

/**
 * Reads the value of a setting as people type it: '60 hari', '50%', 'Senin-Kamis', '08.30-11.30'.
 *
 * Whether the value makes sense beside the others is asked of the policy.
 */
export function readSetting(setting: Setting, said: string): Reading<unknown> {
  switch (setting.kind) {
    case 'rhythm':
      return readRhythm(said);
    case 'share':
      return readShare(said);
    case 'weekdays':
      return readWeekdays(said);
    case 'hours':
      return readHours(said);
    default:
      return readCount(said.replace(unit, ''), {
        of: setting.label.toLowerCase(),
        max: most,
        example: Number(setting.offers[1]),
      });
  }
}

/** More than anything makes sense; the policy knows the true limit of each. */
const most = 9_999;
const unit = /\s*(?:hari kerja|hari|kali|sapaan|pesan)\.?\s*$/iu;

function readRhythm(said: string): Reading<unknown> {
  const rhythm = rhythmIn(said);
  return rhythm
    ? understood(rhythm)
    : unclear('Mohon maaf, ritme itu belum ada. Silakan pilih, misalnya: Bulanan.');
}

const percent = /^(\d{1,3}) ?(?:%|persen)?$/u;
const fraction = /^0[.,](\d{1,2})$/u;

function readShare(said: string): Reading<unknown> {
  const share = shareIn(plainly(said));
  return share > 0 && share <= 1
    ? understood(share)
    : unclear('Mohon maaf, persentasenya perlu 1% sampai 100%. Silakan ketik, misalnya: 50%.');
}

/** 'NaN' where there is none: '50%', '50' and '0,5' are the same share. */
function shareIn(words: string): number {
  const digits = fraction.exec(words)?.[1];
  return Number(digits ? digits.padEnd(2, '0') : percent.exec(words)?.[1]) / 100;
}

const through = /\s*(?:-|–|—|s\/d|s\.d\.|sampai|hingga)\s*/u;
const between = /\s*(?:,|;|&|\bdan\b)\s*/u;

function readWeekdays(said: string): Reading<unknown> {
  const days = plainly(said).split(between).flatMap(weekdaysIn);
  const known = [...new Set(days)].toSorted((a, b) => Number(a) - Number(b));
  return known.every((day) => day !== undefined)
    ? understood(known)
    : unclear('Mohon maaf, harinya belum terbaca. Silakan ketik, misalnya: Senin-Kamis.');
}

/** One day, or all from the first to the last of a span. */
function weekdaysIn(said: string): readonly (number | undefined)[] {
  const days = said.split(through).map((word) => weekdayIn(word));
  const [from, to = from] = days;
  if (from === undefined || to === undefined || to < from || days.length > 2) return [undefined];
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

function readHours(said: string): Reading<unknown> {
  const spans = plainly(said)
    .replace(/(?:pukul|jam) ?/gu, '')
    .split(between)
    .map(hoursIn);
  return spans.every((span) => span !== undefined)
    ? understood(spans)
    : unclear(
        'Mohon maaf, jamnya belum terbaca. Silakan ketik dari dan sampai, misalnya: 08.30-11.30, 13.30-14.45.',
      );
}

function hoursIn(said: string): Hours | undefined {
  const [from, to, ...rest] = said.split(through).map(timeIn);
  return from !== undefined && to !== undefined && rest.length === 0 ? { from, to } : undefined;
}

/** '8', '8.30' and '08:30' as 'HH:MM'. */
function timeIn(said: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/u.exec(said.trim()) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}
