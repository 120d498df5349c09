import type { ActivityReport, NilReport } from '../../src/domain/activity-report';
import { day } from '../domain/support/days';
import { monday } from './bot-at-home';

/** A short class at Bina Iman; a test states what matters to it. */
export const anActivity = (its: Partial<ActivityReport> = {}): ActivityReport => ({
  id: '0123456789',
  institution: 'bina-iman',
  kind: 'kelas_singkat',
  details: { topic: 'Mengetik', heldOn: '2026-11-20', lessonHours: 8, men: 10, women: 6 },
  startsOn: day('2026-11-20'),
  endsOn: day('2026-11-20'),
  men: 10,
  women: 6,
  photos: [],
  reportedBy: 'HAMDAN',
  onBehalf: false,
  reportedAt: new Date(monday),
  version: 1,
  review: 'received',
  ...its,
});

/** A nil report of Bina Iman; a test states what matters to it. */
export const aNil = (its: Partial<NilReport> = {}): NilReport => ({
  id: '9876543210',
  institution: 'bina-iman',
  day: day('2026-11-23'),
  reason: 'lainnya',
  reportedBy: 'HAMDAN',
  onBehalf: false,
  reportedAt: new Date(monday),
  ...its,
});
