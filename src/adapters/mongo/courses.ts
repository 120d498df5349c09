import {
  type Course,
  type CourseChange,
  type CoursePlan,
  announcedAfter,
  asAnnounced,
  courseStateAfter,
  takingPlace,
} from '../../domain/course';
import type { CourseList, CoursePage, Courses } from '../../ports/courses';
import { announcedTo, courseOrder } from './announced-courses';
import type { Store } from './connect';
import { courseSchema } from './course-schema';
import { insertOnce } from './duplicate-key';
import { type Keyed, keyed, unkeyed } from './keyed';

type Row = Keyed<Course>;

const among = (institutions: readonly string[]) => ({ institution: { $in: [...institutions] } });
const notCancelled = { state: { $ne: 'cancelled' } } as const;

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
        { ...among(institutions), $or: [{ endsOn: { $lt: today } }, { state: 'cancelled' }] },
        { endsOn: -1 },
        page,
      ),

    upcoming: (institutions, today, look) =>
      announced(rows, announcedTo(institutions, { startsOn: { $gte: today } }, look), look),

    running: (institutions, today, look) => {
      const days = { startsOn: { $lt: today }, endsOn: { $gte: today } };
      return announced(rows, announcedTo(institutions, days, look), look);
    },

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
        { ...changedFields(seen, change, plan), $push: { changes: change } },
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

/** What a change sets, and what is not there any more after it. */
function changedFields(seen: Course, { does }: CourseChange, plan?: CoursePlan) {
  const announced = announcedAfter(does, seen);
  const gone = {
    ...(!announced && { announced: 1 }),
    ...(plan && plan.contact === undefined && { contact: 1 }),
  };
  return {
    $set: { state: courseStateAfter(does), ...plan, ...(announced && { announced }) },
    ...(Object.keys(gone).length > 0 && { $unset: gone }),
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

/** A page of what everybody may see, in the order of the days that everybody sees. */
async function announced(
  rows: ReturnType<typeof rowsIn>,
  which: object,
  { skip, limit }: CoursePage,
): Promise<CourseList> {
  const [found, total] = await Promise.all([
    rows.aggregate<Row>([
      { $match: which },
      ...courseOrder,
      { $skip: skip },
      { $limit: limit },
      { $unset: 'begins' },
    ]),
    rows.countDocuments(which),
  ]);
  return { courses: found.flatMap((row) => asAnnounced(unkeyed<Course>(row)) ?? []), total };
}
