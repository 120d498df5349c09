import type { Institution } from '../src/domain/institution';
import { type KeptReport, mayBeDone } from '../src/domain/review';
import type { Html } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { asSeen } from './report-in-review';

/** An officer with the institutions in scope. */
export interface Office {
  readonly institutions: readonly Institution[];
  readonly world: World;
  readonly visitor: Visitor;
}

/** The ids of the institutions in scope. */
export const idsOf = ({ institutions }: Pick<Office, 'institutions'>): readonly string[] =>
  institutions.map(({ id }) => id);

/** The button to the reports that were looked at. */
export const lookedAt: Button = { label: 'Yang sudah diperiksa', data: opens('periksa', 'sudah') };

/** What is said after a report was dealt with, and the way to the next one. */
export async function afterReview(words: Html, report: KeptReport, office: Office): Promise<Card> {
  const { total } = await office.world.reviews.waiting(idsOf(office), { skip: 0, limit: 1 });
  return {
    text: words,
    buttons: [
      total === 0
        ? [lookedAt]
        : [{ label: `Laporan berikutnya (${total})`, data: opens('periksa') }],
      [
        { label: 'Lihat laporan', data: opens('periksa', report.id) },
        ...(mayBeDone('reopen', report.review)
          ? [{ label: 'Buka lagi', data: opens('laporbuka', asSeen(report)) }]
          : []),
      ],
    ],
  };
}
