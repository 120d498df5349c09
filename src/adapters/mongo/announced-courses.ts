import type { CourseState } from '../../domain/course';
import { literal } from '../../domain/literal';
import { searchWords } from '../../domain/search-words';
import type { CourseLook } from '../../ports/courses';

/** States in which the version approved last is shown while another one is talked about. */
const discussed: readonly CourseState[] = ['waiting', 'returned'];

/** Those that everybody may see: of these institutions, or of all; in these days, with these words in their title, or without. */
export const announcedTo = (
  institutions: readonly string[] | 'all',
  days: Readonly<Record<string, object>>,
  look: CourseLook,
) => ({
  ...(institutions !== 'all' && { institution: { $in: [...institutions] } }),
  $or: [
    { state: 'approved', ...planned('', days, look) },
    { state: { $in: [...discussed] }, ...planned('announced.', days, look) },
  ],
});

/** What a plan has to say, where it stands in a row. */
const planned = (
  where: string,
  days: Readonly<Record<string, object>>,
  { words = '', without = '' }: CourseLook,
) => ({
  ...Object.fromEntries(Object.entries(days).map(([day, is]) => [`${where}${day}`, is])),
  ...(words.trim() !== '' && { $and: titled(where, words) }),
  ...(without.trim() !== '' && { $nor: [{ $and: titled(where, without) }] }),
});

const titled = (where: string, words: string) =>
  searchWords(words).map((word) => ({
    [`${where}title`]: { $regex: literal(word), $options: 'i' },
  }));

const discussedStart = {
  $cond: [{ $eq: ['$state', 'approved'] }, '$startsOn', '$announced.startsOn'],
};

/** Sorts by the day on which the version that everybody sees begins; it stays in the row as `begins`. */
export const courseOrder = [
  { $addFields: { begins: discussedStart } },
  { $sort: { begins: 1 as const, _id: 1 as const } },
];
