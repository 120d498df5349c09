import type { ActivityStatus } from '../../src/domain/activity-status';
import {
  managerStatusLabel,
  officerStatusLabel,
  overlayLabels,
} from '../../src/domain/status-label';
import { movement, startsEscalation } from '../../src/domain/status-movement';
import { reasonText } from '../../src/domain/status-reason';
import { day } from './support/days';

const statuses: readonly ActivityStatus[] = [
  'not-started',
  'active',
  'needs-attention',
  'presumed-passive',
  'passive',
  'no-word',
];

describe('the label of a status', () => {
  it('never says passive to a manager', () => {
    for (const status of statuses) expect(managerStatusLabel(status)).not.toMatch(/pasif/i);
    expect(managerStatusLabel('passive')).toBe('Perlu dikunjungi');
  });

  it('says to officers what the rule says', () => {
    expect(statuses.map(officerStatusLabel)).toEqual([
      'Belum mulai',
      'Aktif',
      'Perlu perhatian',
      'Diduga pasif',
      'Pasif',
      'Belum ada kabar',
    ]);
    expect(overlayLabels.onLeave).toBe('Libur');
  });
});

describe('a change of status', () => {
  it.each<[ActivityStatus, ActivityStatus, string]>([
    ['active', 'needs-attention', 'worse'],
    ['active', 'no-word', 'worse'],
    ['needs-attention', 'presumed-passive', 'worse'],
    ['presumed-passive', 'passive', 'worse'],
    ['not-started', 'active', 'better'],
    ['no-word', 'needs-attention', 'better'],
    ['passive', 'active', 'better'],
    ['active', 'active', 'same'],
  ])('from %s to %s is %s', (from, to, which) => {
    expect(movement(from, to)).toBe(which);
  });

  it('starts an escalation when silence made it worse, and only then', () => {
    expect(startsEscalation('active', 'needs-attention')).toBe(true);
    expect(startsEscalation('active', 'no-word')).toBe(true);
    expect(startsEscalation('presumed-passive', 'no-word')).toBe(true);
    expect(startsEscalation('no-word', 'passive')).toBe(false);
    expect(startsEscalation('no-word', 'active')).toBe(false);
    expect(startsEscalation('active', 'active')).toBe(false);
    expect(startsEscalation(undefined, 'no-word')).toBe(false);
  });
});

describe('the reason of a status', () => {
  const since = day('2026-01-01');

  it.each([
    [reasonText({ kind: 'running', until: since }), 'kegiatan sedang berjalan'],
    [reasonText({ kind: 'recent', days: 12, since }), 'kegiatan terakhir 12 hari efektif lalu'],
    [reasonText({ kind: 'silent', days: 91, since }), '91 hari efektif tanpa kegiatan'],
    [reasonText({ kind: 'confirmed', on: since, by: 'x' }), 'sudah dipastikan petugas'],
    [
      reasonText({ kind: 'no-answer', days: 60, since, everAnswered: true }),
      'tidak ada jawaban 60 hari',
    ],
    [
      reasonText({ kind: 'no-answer', days: 60, since, everAnswered: false }),
      'belum pernah menjawab, 60 hari',
    ],
    [
      reasonText({ kind: 'never-started', days: 181, since }),
      'belum pernah ada kegiatan sejak terdaftar 181 hari lalu',
    ],
    [reasonText({ kind: 'unanswered-check-ins', count: 2 }), '2 sapaan belum dijawab'],
    [reasonText({ kind: 'open-obstacle', days: 31, since }), 'kendala terbuka 31 hari'],
    [reasonText({ kind: 'new', days: 3, since }), 'baru terdaftar 3 hari'],
  ])('is told to officers: %s', (text, expected) => {
    expect(text).toBe(expected);
  });
});
