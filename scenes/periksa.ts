import { doReview } from '../src/board/do-review';
import { titleOf } from '../src/board/report-words';
import { reviewLabels } from '../src/domain/activity-report';
import { dayAt } from '../src/domain/day';
import { shortDay } from '../src/domain/indonesian-dates';
import { shortName } from '../src/domain/institution';
import { labelAmong } from '../src/domain/institution-labels';
import type { KeptReport } from '../src/domain/review';
import { bold, html, lines, plain } from '../src/html';
import { defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { institutionsOfOffice } from './institution-in-reach';
import { findReport, notThere, overtakenWords } from './report-in-review';
import { reviewCard } from './review-card';
import { type Office, afterReview, idsOf, lookedAt } from './review-office';

const perPage = 6;
/** A receipt number as it is read out: 'ABCDE-FGHIJ'. */
const receipt = /^(\w{5})-(\w{5})$/u;

/** The reports that wait for an officer, one by one, oldest first; and those that were looked at. */
export const periksa = defineView({
  command: 'periksa',
  about: 'Periksa laporan',
  for: ['officer'],
  show: async (ask, world, visitor) => {
    const institutions = await institutionsOfOffice(world, visitor);
    const office = { institutions, world, visitor };
    const [id = '', what = ''] = ask.toUpperCase().replace(receipt, '$1$2').split('.');
    const page = /^(H|SUDAH|)(\d{0,4})$/u.exec(id);
    if (page) return (page[1] === 'SUDAH' ? settled : waiting)(Number(page[2] ?? 0), office);
    const revision = /^Y(\d{1,4})$/u.exec(what)?.[1];
    if (revision !== undefined) return approve(id, Number(revision), office);
    return one(id, what === 'FOTO', office);
  },
});

async function waiting(position: number, office: Office): Promise<Card> {
  const { world, visitor, institutions } = office;
  const { reports, total } = await world.reviews.waiting(idsOf(office), {
    skip: position,
    limit: 1,
  });
  const [report] = reports;
  const institution = institutions.find(({ id }) => id === report?.institution);
  if (!report || !institution)
    return position > 0 ? waiting(0, office) : { text: plain(nothing), buttons: [[lookedAt]] };
  const title = html`${bold('Periksa laporan')} · ${position + 1} dari ${total}`;
  const card = await reviewCard(title, { report, institution }, world, visitor);
  const next = { label: 'Lewati', data: opens('periksa', `h${position + 1}`) };
  return {
    ...card,
    buttons: [...(card.buttons ?? []), [...(total > 1 ? [next] : []), lookedAt]],
  };
}

const nothing = 'Tidak ada laporan yang menunggu diperiksa. Terima kasih.';

async function settled(page: number, office: Office): Promise<Card> {
  const { world } = office;
  const look = { skip: page * perPage, limit: perPage };
  const { reports, total } = await world.reviews.settled(idsOf(office), look);
  if (reports.length === 0 && page > 0) return settled(0, office);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const next = (page + 1) % pages;
  return {
    text: lines(
      html`${bold('Sudah diperiksa')} · ${total} laporan`,
      total === 0 ? 'Belum ada.' : 'Silakan ketuk salah satu untuk membukanya.',
    ),
    buttons: [
      ...reports.map((report) => [opening(report, office)]),
      ...(pages === 1
        ? []
        : [
            [
              {
                label: `Halaman ${next + 1} dari ${pages}`,
                data: opens('periksa', `sudah${next}`),
              },
            ],
          ]),
      [{ label: 'Yang menunggu', data: opens('periksa') }],
    ],
  };
}

function opening(report: KeptReport, { institutions, visitor }: Office): Button {
  const institution = institutions.find(({ id }) => id === report.institution);
  const words = [
    shortDay(dayAt(report.reportedAt, visitor.zone)),
    institution ? labelAmong(institution, institutions) : 'BLK',
    reviewLabels[report.review].toLowerCase(),
  ];
  return { label: words.join(' · '), data: opens('periksa', report.id) };
}

async function one(id: string, withPhotos: boolean, office: Office): Promise<Card> {
  const { institutions, world, visitor } = office;
  const found = await findReport(id, institutions, world, visitor);
  if (!found) return { text: plain(notThere) };
  const card = await reviewCard(bold('Periksa laporan'), found, world, visitor);
  return {
    ...card,
    buttons: [...(card.buttons ?? []), [{ label: 'Yang menunggu', data: opens('periksa') }]],
    ...(withPhotos ? { photos: found.report.photos } : {}),
  };
}

/** Approves what the officer saw; a repeat of the same tap is the same approval. */
async function approve(id: string, revision: number, office: Office): Promise<Card> {
  const { institutions, world, visitor } = office;
  const found = await findReport(id, institutions, world, visitor);
  if (!found) return { text: plain(notThere) };
  const { report, institution } = found;
  const key = `${revision}.approve.${visitor.person?.id ?? ''}`;
  const isSeen = report.changes.length === revision || report.changes[revision]?.id === key;
  const done = isSeen
    ? await doReview(report, { id: key, does: 'approve' }, { institution, world, visitor })
    : { is: 'overtaken' as const, report };
  if (done.is === 'overtaken')
    return afterReview(plain(await overtakenWords(done.report, world)), done.report, office);
  const words = html`✅ Laporan ${bold(titleOf(report))} dari BLK ${bold(shortName(institution))} disetujui.`;
  return afterReview(words, done.report, office);
}
