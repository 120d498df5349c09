import { fieldLines, senderLine } from '../src/board/report-words';
import { nameOf as personNamed } from '../src/board/name-of';
import { activityKind } from '../src/domain/activity-kind';
import { dayAt } from '../src/domain/day';
import { looksLikeFormId, receiptOf } from '../src/domain/form-id';
import { clockTime, longDay, shortDay, zoneLabel } from '../src/domain/indonesian-dates';
import { shortName } from '../src/domain/institution';
import { nilReasonLabel } from '../src/domain/nil-report';
import {
  type KeptReport,
  mayBeDone,
  reviewWordsForCentre,
  standingNote,
} from '../src/domain/review';
import { ownInstitutions } from '../src/domain/rights';
import { type Html, bold, html, italic, lines, plain } from '../src/html';
import type { HistoryEntry, Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { noteRefusal } from './note-refusal';
import { institutionsOf } from './own-institution';
import { asSeen } from './report-in-review';

const perPage = 5;

/** The reports of one's own institution, page by page, each to be opened. */
export const riwayat = defineView({
  command: 'riwayat',
  about: 'Riwayat laporan',
  for: ['manager'],
  show: (ask, world, visitor) => {
    if (looksLikeFormId(ask)) return one(ask, false, world, visitor);
    const [id = '', what] = ask.split('.');
    if (what === 'foto' && looksLikeFormId(id)) return one(id, true, world, visitor);
    return page(/^h\d{1,4}$/u.test(ask) ? Number(ask.slice(1)) : 0, world, visitor);
  },
});

async function page(number: number, world: World, visitor: Visitor): Promise<Card> {
  const own = ownInstitutions(visitor.person);
  const { entries, total } = await world.reports.history(own, {
    skip: number * perPage,
    limit: perPage,
  });
  if (total === 0)
    return {
      text: plain(
        'Belum ada laporan. Laporan pertama dapat dikirim lewat /lapor, hanya perlu sekitar dua menit.',
      ),
      buttons: [[{ label: 'Lapor kegiatan', data: opens('lapor') }]],
    };
  const pages = Math.ceil(total / perPage);
  if (entries.length === 0) return page(pages - 1, world, visitor);
  return {
    text: lines(
      html`${bold('Riwayat laporan')} · ${total} laporan`,
      'Silakan ketuk salah satu untuk membukanya.',
    ),
    buttons: [
      ...entries.map((entry) => [
        { label: title(entry, visitor), data: opens('riwayat', entry.report.id) },
      ]),
      ...(pages === 1 ? [] : [turning(number, pages)]),
    ],
  };
}

const turning = (number: number, pages: number) => [
  ...(number > 0 ? [{ label: '‹ Lebih baru', data: opens('riwayat', `h${number - 1}`) }] : []),
  ...(number < pages - 1
    ? [{ label: 'Lebih lama ›', data: opens('riwayat', `h${number + 1}`) }]
    : []),
];

const title = (entry: HistoryEntry, { zone }: Visitor) =>
  `${shortDay(dayAt(entry.report.reportedAt, zone))} · ${nameOf(entry)}${markOf(entry)}`;

/** What the list says of reports that wait for the centre. */
const markOf = (entry: HistoryEntry) =>
  entry.kind === 'activity' && entry.report.review === 'needs-work' ? ' · mohon dilengkapi' : '';

const nameOf = (entry: HistoryEntry) =>
  entry.kind === 'nil' ? 'Nihil' : activityKind(entry.report.kind).name;

/** One report; the same answer, and a line in the audit log, whether it is not there or not one's own. */
async function one(id: string, withPhotos: boolean, world: World, visitor: Visitor): Promise<Card> {
  const own = ownInstitutions(visitor.person);
  const [entry, kept] = await Promise.all([world.reports.one(id, own), world.reviews.one(id, own)]);
  const back = { label: 'Kembali ke daftar', data: opens('riwayat') };
  if (!entry) {
    await noteRefusal(`report ${id}`, world, visitor);
    return {
      text: plain('Mohon maaf, laporan itu tidak ada dalam riwayat BLK Anda.'),
      buttons: [[back]],
    };
  }
  const institutions = await institutionsOf(world, visitor);
  const institution = institutions.find((each) => each.id === entry.report.institution);
  return {
    text: lines(
      bold(nameOf(entry)),
      institution && html`BLK: ${bold(shortName(institution))}`,
      entry.report.onBehalf ? await senderLine(entry.report, world) : undefined,
      ...(kept ? await reportBody(kept, world) : nilBody(entry)),
      '',
      italic(`Diterima ${when(entry, visitor)}, nomor ${receiptOf(id)}`),
    ),
    buttons: [...(kept ? buttonsFor(kept) : []), [back]],
    ...(withPhotos && kept ? { photos: kept.photos } : {}),
  };
}

const when = ({ report }: HistoryEntry, { zone }: Visitor) =>
  `${longDay(dayAt(report.reportedAt, zone))} pukul ${clockTime(report.reportedAt, zone)} ${zoneLabel(zone)}`;

function nilBody(entry: HistoryEntry): readonly Html[] {
  if (entry.kind !== 'nil') return [];
  const { reason, note } = entry.report;
  return [
    html`Sebab: ${bold(nilReasonLabel(reason))}`,
    ...(note === undefined ? [] : [html`Catatan: ${bold(note)}`]),
  ];
}

async function reportBody(report: KeptReport, world: World): Promise<readonly Html[]> {
  const standing = standingNote(report);
  return [
    ...fieldLines(report),
    html`Pemeriksaan: ${bold(reviewWordsForCentre(report.review))}`,
    ...(standing
      ? [
          html`Catatan ${await personNamed(standing.by, world, 'petugas')}:
          ${bold(standing.note ?? '')}`,
        ]
      : []),
  ];
}

/** A report can be corrected until an officer approved or rejected it. */
const buttonsFor = (report: KeptReport): readonly (readonly Button[])[] => [
  ...(mayBeDone('correct', report.review)
    ? [[{ label: 'Perbaiki', data: opens('perbaiki', asSeen(report)) }]]
    : []),
  ...(report.photos.length === 0
    ? []
    : [
        [
          {
            label: `Lihat ${report.photos.length} foto`,
            data: opens('riwayat', `${report.id}.foto`),
          },
        ],
      ]),
];
