import { doReview } from '../src/board/do-review';
import { nameOf } from '../src/board/name-of';
import { titleOf } from '../src/board/report-words';
import { activityKind } from '../src/domain/activity-kind';
import type { ReviewState } from '../src/domain/activity-report';
import { dayAt } from '../src/domain/day';
import { type Institution, shortName } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { type KeptReport, isSameContent, standingNote } from '../src/domain/review';
import { ownInstitutions } from '../src/domain/rights';
import { type Html, bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Foregone, defineForm, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { institutionsOfOffice } from './institution-in-reach';
import { type OwnFacts, institutionsOf } from './own-institution';
import { contentIn } from './report-content';
import { asSeen, prepareReview } from './report-in-review';
import { reportSteps } from './report-steps';

interface CorrectionFacts extends OwnFacts {
  readonly report: KeptReport;
  readonly institution: Institution;
  /** What the officer asked for. */
  readonly note?: Html;
  readonly onBehalf: boolean;
}

/** Corrects a report: opens at the summary, with the answers as they are. */
export const perbaiki = defineForm({
  command: 'perbaiki',
  about: 'Perbaiki laporan',
  title: 'Perbaiki laporan',
  unlisted: true,
  for: ['manager', 'officer'],
  prepare: prepareCorrection,
  preface: ({ report, institution, note }) =>
    lines(html`Laporan ${bold(titleOf(report))} dari BLK ${bold(shortName(institution))}`, note),
  given: ({ report }) => answersOf(report),
  steps: reportSteps,

  async finish({ id, answers, facts, visitor, world }) {
    const { report, institution, onBehalf } = facts;
    const content = contentIn(answers, dayAt(report.reportedAt, visitor.zone));
    const isRepeat = report.changes.some((change) => change.id === id);
    if (!isRepeat && isSameContent(content, report)) return unchanged(facts);
    const doing = { id, does: 'correct', content, ...(onBehalf && { onBehalf }) } as const;
    const done = await doReview(report, doing, { institution, world, visitor });
    return {
      text: plain(done.is === 'done' ? thanks(onBehalf) : overtaken(done.report)),
      buttons: [[lookAt(facts)]],
    };
  },
});

const lookAt = ({ report, onBehalf }: CorrectionFacts): Button => ({
  label: 'Lihat laporan',
  data: opens(onBehalf ? 'periksa' : 'riwayat', report.id),
});

/** A correction that corrects nothing is not booked: the officer would look for what has changed. */
const unchanged = (facts: CorrectionFacts): Card => ({
  text: lines(
    'Belum ada isian yang berubah, jadi laporannya tetap seperti semula.',
    'Bila ada yang perlu diperbaiki, silakan ketuk Perbaiki, lalu Ubah pada isiannya.',
    facts.note,
  ),
  buttons: [[{ label: 'Perbaiki', data: opens('perbaiki', asSeen(facts.report)) }, lookAt(facts)]],
});

const thanks = (onBehalf: boolean) =>
  onBehalf
    ? 'Perbaikan sudah tersimpan atas nama BLK. Laporan menunggu diperiksa. ✅'
    : 'Terima kasih, perbaikan sudah kami terima. Petugas akan memeriksanya paling lambat 3 hari kerja. ✅';

/** Why a report can't be corrected as it was shown. */
const overtaken = ({ review }: KeptReport): string =>
  why[review] ??
  'Mohon maaf, laporan ini sudah berubah sejak tombol itu dikirim. Silakan buka laporannya lagi untuk melihat isinya sekarang.';

const why: Readonly<Partial<Record<ReviewState, string>>> = {
  approved:
    'Mohon maaf, laporan ini sudah diverifikasi petugas, jadi isinya terkunci. Bila ada yang keliru, silakan hubungi petugas dinas.',
  rejected:
    'Mohon maaf, laporan ini belum dapat dicatat sebagai kegiatan. Alasannya ada di /riwayat, dan kegiatan lain dapat dikirim lewat /lapor.',
};

const missing = 'Mohon maaf, laporan itu tidak ditemukan. Laporan BLK Anda ada di /riwayat.';

/** The institutions whose reports somebody may correct: their own, and as an officer those of the office. */
async function correctable(world: World, visitor: Visitor): Promise<readonly Institution[]> {
  const own = await institutionsOf(world, visitor);
  const office = visitor.roles.has('officer') ? await institutionsOfOffice(world, visitor) : [];
  return [...own, ...office];
}

async function prepareCorrection(
  world: World,
  visitor: Visitor,
  seen: string,
): Promise<Reading<CorrectionFacts>> {
  const institutions = await correctable(world, visitor);
  const prepared = await prepareReview({ seen, does: 'correct', institutions }, world, visitor);
  if (prepared.is === 'missing') return unclear(missing);
  const { report, institution } = prepared;
  if (prepared.is === 'overtaken') return unclear(overtaken(report));
  const note = await noteIn(report, world);
  return understood({
    institutions: [institution],
    report,
    institution,
    onBehalf: !ownInstitutions(visitor.person).includes(institution.id),
    ...(note && { note }),
  });
}

async function noteIn(report: KeptReport, world: World): Promise<Html | undefined> {
  const standing = standingNote(report);
  return (
    standing && html`Catatan ${await nameOf(standing.by, world, 'petugas')}: ${standing.note ?? ''}`
  );
}

/** The answers that a report was made of, in the words of its form. */
function answersOf({ kind, details, photos }: KeptReport): Readonly<Record<string, Foregone>> {
  const fields = activityKind(kind).fields.map((field) => {
    const value = details[field];
    return [field, value === undefined ? { skipped: true as const } : String(value)] as const;
  });
  return { kind, ...Object.fromEntries(fields), photos };
}
