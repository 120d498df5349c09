import { type Institution, shortName } from '../domain/institution';
import type { KeptReport, ReportChange } from '../domain/review';
import { type Html, bold, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { Card } from '../talk';
import type { Contact } from './contacts-of';
import { nameOf } from './name-of';
import { recipientOf } from './recipient-of';
import { titleOf } from './report-words';
import { staffFor } from './staff-for';
import { toStaff } from './to-staff';

/** Something that was done with a report. */
export interface DoneWithReport {
  readonly report: KeptReport;
  readonly change: ReportChange;
  readonly institution: Institution;
}

/** The subject of what officers are told of a corrected report; taken back once it is reviewed. */
export const reviewAbout = (id: string): string => `review:${id}`;

/** Tells the other side: the centre what the office did, the office that the centre corrected what it returned. */
export const tellOfReview = (
  done: DoneWithReport,
  world: World,
): Promise<readonly OutgoingRow[]> =>
  done.change.does === 'correct' && done.change.onBehalf !== true
    ? tellOffice(done, world)
    : tellCentre(done, world);

/** An answer to a report goes at once, to who sent it. */
async function tellCentre(
  { report, change }: DoneWithReport,
  world: World,
): Promise<readonly OutgoingRow[]> {
  const contact = await recipientOf(report.institution, report.reportedBy, world);
  if (!contact) return [];
  const officer = await nameOf(change.by, world, 'petugas dinas');
  return [answerTo(contact, keyOf(report, change), decision(report, change, officer), change.at)];
}

const answerTo = ({ person, chat }: Contact, key: string, card: Card, at: Date): OutgoingRow => ({
  key,
  kind: 'answer',
  because: 'laporan diperiksa',
  chat,
  person: person.id,
  act: { do: 'say', card },
  at,
});

const keyOf = ({ id }: KeptReport, change: ReportChange) => `review:${id}:${change.id}`;

function decision(report: KeptReport, change: ReportChange, officer: string): Card {
  const see = { label: 'Lihat laporan', data: `riwayat:${report.id}` };
  const correct = { label: 'Perbaiki', data: `perbaiki:${report.id}.${report.changes.length}` };
  const isReturned = change.does === 'return' || change.does === 'reopen';
  return {
    text: decided(bold(titleOf(report)), change, officer),
    buttons: [isReturned ? [correct, see] : [see]],
  };
}

function decided(title: Html, { does, note }: ReportChange, officer: string): Html {
  const words = html`Catatan ${officer}: ${note ?? '–'}`;
  switch (does) {
    case 'approve':
      return html`Alhamdulillah, laporan ${title} sudah diverifikasi petugas. Terima kasih. ✅`;
    case 'correct':
      return html`${officer} memperbaiki laporan ${title} atas nama BLK Anda.`;
    case 'reject':
      return lines(
        html`Mohon maaf, laporan ${title} belum dapat kami catat sebagai kegiatan.`,
        words,
        'Bila ada kegiatan lain, silakan kirim lewat /lapor.',
      );
    case 'return':
    case 'reopen':
      return lines(html`Laporan ${title} mohon dilengkapi.`, words);
  }
}

/** Tells the officer who returned it, in the hours of the office; others see it in /periksa. */
async function tellOffice(
  { report, change, institution }: DoneWithReport,
  world: World,
): Promise<readonly OutgoingRow[]> {
  const returned = report.changes.findLast(({ note }) => note !== undefined);
  if (change.from !== 'needs-work' || !returned) return [];
  const officers = await staffFor(institution, 'officer', world);
  const card = {
    text: html`✏️ Laporan ${bold(titleOf(report))} dari BLK ${bold(shortName(institution))} sudah
    diperbaiki dan siap diperiksa lagi.`,
    buttons: [[{ label: 'Periksa', data: `periksa:${report.id}` }]],
  };
  const because = 'laporan diperbaiki';
  return toStaff(
    officers.filter(({ id }) => id === returned.by),
    { kind: 'task', key: keyOf(report, change), about: reviewAbout(report.id), because, card },
    world,
    change.at,
  );
}
