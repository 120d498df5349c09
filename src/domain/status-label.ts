import type { ActivityStatus } from './activity-status';

/** What each audience reads (domain-data, keaktifan); managers never read the word for passive. */
const labels: Readonly<Record<ActivityStatus, { officer: string; manager: string }>> = {
  'not-started': { officer: 'Belum mulai', manager: 'Persiapan' },
  active: { officer: 'Aktif', manager: 'Aktif' },
  'needs-attention': { officer: 'Perlu perhatian', manager: 'Perlu didampingi' },
  'presumed-passive': { officer: 'Diduga pasif', manager: 'Perlu dikunjungi' },
  passive: { officer: 'Pasif', manager: 'Perlu dikunjungi' },
  'no-word': { officer: 'Belum ada kabar', manager: 'Belum ada kabar' },
};

/** The Indonesian name of a status for officers and heads. */
export const officerStatusLabel = (status: ActivityStatus): string => labels[status].officer;

/** The Indonesian name of a status for managers and deputies, in kind words. */
export const managerStatusLabel = (status: ActivityStatus): string => labels[status].manager;

/** The Indonesian names of the overlays, the same for everybody. */
export const overlayLabels = { onLeave: 'Libur', unreachable: 'Tak terjangkau' } as const;
