import { activityKind } from '../src/domain/activity-kind';
import { reportLines, reviewLabels } from '../src/domain/activity-report';
import { dayAt } from '../src/domain/day';
import { looksLikeFormId, receiptOf } from '../src/domain/form-id';
import { clockTime, longDay, shortDay, zoneLabel } from '../src/domain/indonesian-dates';
import { shortName } from '../src/domain/institution';
import { nilReasonLabel } from '../src/domain/nil-report';
import { ownInstitutions } from '../src/domain/rights';
import { bold, html, italic, lines, plain } from '../src/html';
import type { HistoryEntry, Visitor, World } from '../src/ports';
import { defineView, opens, photoCount } from '../src/scene';
import type { Card } from '../src/talk';
import { institutionsOf } from './own-institution';

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
  `${shortDay(dayAt(entry.report.reportedAt, zone))} · ${nameOf(entry)}`;

const nameOf = (entry: HistoryEntry) =>
  entry.kind === 'nil' ? 'Nihil' : activityKind(entry.report.kind).name;

/** One report; the same answer, and a line in the audit log, whether it is not there or not one's own. */
async function one(id: string, withPhotos: boolean, world: World, visitor: Visitor): Promise<Card> {
  const entry = await world.reports.one(id, ownInstitutions(visitor.person));
  const back = { label: 'Kembali ke daftar', data: opens('riwayat') };
  if (!entry) {
    await noteRefusal(id, world, visitor);
    return {
      text: plain('Mohon maaf, laporan itu tidak ada dalam riwayat BLK Anda.'),
      buttons: [[back]],
    };
  }
  const institutions = await institutionsOf(world, visitor);
  const institution = institutions.find((each) => each.id === entry.report.institution);
  const photos = entry.kind === 'activity' ? entry.report.photos : [];
  return {
    text: lines(
      bold(nameOf(entry)),
      institution && html`BLK: ${bold(shortName(institution))}`,
      ...body(entry),
      '',
      italic(`Diterima ${when(entry, visitor)}, nomor ${receiptOf(id)}`),
    ),
    buttons: [
      ...(photos.length === 0
        ? []
        : [[{ label: `Lihat ${photos.length} foto`, data: opens('riwayat', `${id}.foto`) }]]),
      [back],
    ],
    ...(withPhotos ? { photos } : {}),
  };
}

/** Written once a day for each report somebody asks for in vain. */
const noteRefusal = (id: string, { audit }: World, { person, now, today }: Visitor) => {
  const who = person?.id ?? 'stranger';
  const what = `report ${id}`;
  return audit.note({ id: `refused:${who}:${what}:${today}`, who, did: 'refused', what, at: now });
};

const when = ({ report }: HistoryEntry, { zone }: Visitor) =>
  `${longDay(dayAt(report.reportedAt, zone))} pukul ${clockTime(report.reportedAt, zone)} ${zoneLabel(zone)}`;

function body(entry: HistoryEntry) {
  if (entry.kind === 'nil') {
    const { reason, note } = entry.report;
    return [
      html`Sebab: ${bold(nilReasonLabel(reason))}`,
      note === undefined ? undefined : html`Catatan: ${bold(note)}`,
    ];
  }
  const { report } = entry;
  return [
    ...reportLines(report).map(([label, value]) => html`${label}: ${bold(value)}`),
    html`Foto: ${bold(photoCount(report.photos))}`,
    html`Pemeriksaan: ${bold(reviewLabels[report.review])}`,
  ];
}
