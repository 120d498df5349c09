import { activityKind } from '../domain/activity-kind';
import { type Photo, reportLines } from '../domain/activity-report';
import { dayAt } from '../domain/day';
import { clockTime, longDay, shortDay } from '../domain/indonesian-dates';
import { type KeptReport, type ReportChange, changedFields } from '../domain/review';
import { type Html, bold, html } from '../html';
import type { World } from '../ports';
import { nameOf } from './name-of';

type Shown = Pick<KeptReport, 'kind' | 'details' | 'photos'>;

/** Every field of a report, one a line. */
export const fieldLines = (report: Shown): readonly Html[] => [
  ...reportLines(report).map(([label, value]) => html`${label}: ${bold(value)}`),
  html`Foto: ${bold(photosOf(report.photos))}`,
];

const photosOf = ({ length }: readonly Photo[]) => (length === 0 ? 'tidak ada' : `${length} foto`);

/** A report as it is named in a sentence: 'Produksi/jasa/usaha BLK (23 November 2026)'. */
export function titleOf({ kind, startsOn, endsOn }: KeptReport): string {
  const days =
    startsOn === endsOn ? longDay(startsOn) : `${longDay(startsOn)} – ${longDay(endsOn)}`;
  return `${activityKind(kind).name} (${days})`;
}

/** Who sent a report, and for whom. */
export async function senderLine(
  { reportedBy, onBehalf }: Pick<KeptReport, 'reportedBy' | 'onBehalf'>,
  world: World,
): Promise<Html> {
  return onBehalf
    ? html`Dicatat oleh petugas: ${bold(await nameOf(reportedBy, world, 'petugas dinas'))}, atas nama BLK`
    : html`Pengirim: ${bold(await nameOf(reportedBy, world, 'pengelola'))}`;
}

/** So many changes and fields are shown that the message stays short; all are kept. */
const changesShown = 3;
const fieldsShown = 4;
const wordsShown = 40;

/** The last things that were done with a report: when, who, what, and what was before. */
export async function changeLines(
  report: KeptReport,
  zone: string,
  world: World,
): Promise<readonly Html[]> {
  const { changes } = report;
  const skipped = Math.max(0, changes.length - changesShown);
  const shown = await Promise.all(
    changes
      .slice(skipped)
      .map(async (change, n) => [
        html`• ${moment(change.at, zone)}, ${await nameOf(change.by, world, 'petugas dinas')}: ${deed(change)}`,
        ...(change.note === undefined ? [] : [html`   “${change.note}”`]),
        ...fieldChanges(report, skipped + n),
      ]),
  );
  return shown.flat();
}

function deed({ does, onBehalf }: ReportChange): string {
  const words = {
    approve: 'disetujui',
    return: 'dikembalikan untuk perbaikan',
    reject: 'ditolak',
    reopen: 'dibuka lagi',
    correct: onBehalf ? 'diperbaiki atas nama BLK' : 'diperbaiki',
  };
  return words[does];
}

function fieldChanges(report: KeptReport, n: number): readonly Html[] {
  const fields = changedFields(report, n);
  const more = fields.length - fieldsShown;
  return [
    ...fields
      .slice(0, fieldsShown)
      .map(({ label, was, became }) => html`   ${label}: ${brief(was)} → ${brief(became)}`),
    ...(more > 0 ? [html`   dan ${more} isian lain`] : []),
  ];
}

const brief = (words: string) =>
  words.length > wordsShown ? `${Array.from(words).slice(0, wordsShown).join('')}…` : words;

const moment = (at: Date, zone: string) => `${shortDay(dayAt(at, zone))} ${clockTime(at, zone)}`;
