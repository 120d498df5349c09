import { type Course, courseStateAfter, takingPlace } from '../../domain/course';
import type { Day } from '../../domain/day';
import { literal } from '../../domain/literal';
import { searchWords } from '../../domain/search-words';
import type { CourseList, CourseLook, CoursePage, Courses } from '../../ports/courses';
import type { Store } from './connect';
import { courseSchema } from './course-schema';
import { insertOnce } from './duplicate-key';
import { type Keyed, keyed, unkeyed } from './keyed';

type Row = Keyed<Course>;

const among = (institutions: readonly string[]) => ({ institution: { $in: [...institutions] } });
const notCancelled = { state: { $ne: 'cancelled' } } as const;

/** The approved ones: of these institutions, or of all; with these words in their title, or without. */
const forEverybody = (
  institutions: readonly string[] | 'all',
  from: Day,
  { words = '', without = '' }: CourseLook,
) => ({
  ...(institutions !== 'all' && among(institutions)),
  ...{ state: 'approved', startsOn: { $gte: from } },
  ...(words.trim() !== '' && { $and: titled(words) }),
  ...(without.trim() !== '' && { $nor: [{ $and: titled(without) }] }),
});
const titled = (words: string) =>
  searchWords(words).map((word) => ({ title: { $regex: literal(word), $options: 'i' } }));

const rowsIn = (store: Store) => store.model('Course', courseSchema);

/** Keeps planned courses in MongoDB. */
export function mongoCourses(store: Store): Courses {
  const rows = rowsIn(store);
  const one = async (id: string) => {
    const row = await rows.findOne({ _id: id }).lean<Row | null>();
    return row ? unkeyed<Course>(row) : undefined;
  };
  const list = listIn(rows);

  return {
    one,

    async add(course) {
      await insertOnce(() => rows.create(keyed(course)));
    },

    ahead: (institutions, today, page) =>
      list(
        { ...among(institutions), ...notCancelled, endsOn: { $gte: today } },
        { startsOn: 1 },
        page,
      ),

    past: (institutions, today, page) =>
      list(
        { ...among(institutions), ...notCancelled, endsOn: { $lt: today } },
        { endsOn: -1 },
        page,
      ),

    upcoming: (institutions, from, look) =>
      list(forEverybody(institutions, from, look), { startsOn: 1 }, look),

    waiting: (institutions, today) =>
      rows.countDocuments({
        ...among(institutions),
        state: 'waiting',
        endsOn: { $gte: today },
      }),

    async endingFrom(institution, from) {
      const which = { institution, state: { $in: [...takingPlace] }, endsOn: { $gte: from } };
      const found = await rows.find(which).sort({ endsOn: 1, _id: 1 }).lean<Row[]>();
      return found.map((row) => unkeyed<Course>(row));
    },

    async change(seen, change, plan) {
      const { id, changes } = seen;
      await rows.updateOne(
        { _id: id, changes: { $size: changes.length }, 'changes.id': { $ne: change.id } },
        {
          $set: { state: courseStateAfter(change.does), ...plan },
          ...(plan && plan.contact === undefined && { $unset: { contact: 1 } }),
          $push: { changes: change },
        },
      );
      const now = (await one(id)) ?? seen;
      const isDone = now.changes.some((each) => each.id === change.id);
      return { is: isDone ? 'done' : 'overtaken', course: now };
    },

    async noteSent(id, what, on) {
      await rows.updateOne({ _id: id }, { $set: { [what]: on } });
    },

    async keepGraduates(id, graduates) {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, graduates: null },
        { $set: { graduates } },
      );
      return modifiedCount === 1 || (await one(id))?.graduates?.id === graduates.id;
    },
  };
}

const listIn =
  (rows: ReturnType<typeof rowsIn>) =>
  async (which: object, by: object, { skip, limit }: CoursePage): Promise<CourseList> => {
    const [found, total] = await Promise.all([
      rows
        .find(which)
        .sort({ ...by, _id: 1 })
        .skip(skip)
        .limit(limit)
        .lean<Row[]>(),
      rows.countDocuments(which),
    ]);
    return { courses: found.map((row) => unkeyed<Course>(row)), total };
  };
