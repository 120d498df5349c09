import { monthName, shortDay } from './indonesian-dates';
import type { Period } from './period';

/** A period as people name it: 'Desember 2026', '30 Nov 2026–6 Des 2026'. */
export const periodWords = ({ rhythm, id, opensOn, closesOn }: Period): string =>
  rhythm === 'monthly' ? monthName(id) : `${shortDay(opensOn)}–${shortDay(closesOn)}`;
