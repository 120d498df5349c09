import type { Course } from '../../src/domain/course';
import { day } from '../domain/support/days';

/** A course planned at Bina Iman for December, waiting for an officer. */
export const aCourse = (change: Partial<Course> = {}): Course => ({
  id: 'COURSE0001',
  institution: 'bina-iman',
  title: 'Desain grafis',
  startsOn: day('2026-12-01'),
  endsOn: day('2026-12-10'),
  quota: 16,
  conditions: 'Usia 17 tahun ke atas',
  plannedBy: 'HAMDAN',
  plannedAt: new Date('2026-11-23T01:00:00Z'),
  state: 'waiting',
  changes: [],
  ...change,
});
