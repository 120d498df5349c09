import type { Course, CourseChange, CoursePlan, Graduates } from '../domain/course';
import type { Day } from '../domain/day';

/** The courses that centres plan. */
export interface Courses {
  /** Keeps a plan under its id; a second time changes nothing. */
  add(course: Course): Promise<void>;
  one(id: string): Promise<Course | undefined>;
  /** Those of these institutions that end on `today` or later, the next one first; no cancelled ones. */
  ahead(institutions: readonly string[], today: Day, page: CoursePage): Promise<CourseList>;
  /** Those of these institutions that ended before `today` or were cancelled, the last one first. */
  past(institutions: readonly string[], today: Day, page: CoursePage): Promise<CourseList>;
  /**
   * Those of these institutions, or of all, that begin on `today` or later, for everybody to see.
   *
   * Each is as it was approved last, also while a change of it waits.
   */
  upcoming(
    institutions: readonly string[] | 'all',
    today: Day,
    look: CourseLook,
  ): Promise<CourseList>;
  /** The same of those that began before `today` and are not over. */
  running(
    institutions: readonly string[] | 'all',
    today: Day,
    look: CourseLook,
  ): Promise<CourseList>;
  /** How many wait for an officer's approval and end on `today` or later. */
  waiting(institutions: readonly string[], today: Day): Promise<number>;
  /** Those of an institution that are likely to take place and end on `from` or later, by their end. */
  endingFrom(institution: string, from: Day): Promise<readonly Course[]>;
  /**
   * Does something with a plan unless somebody did something since it was `seen`.
   *
   * State, plan and record are one write; a repeat of the same change is done already.
   */
  change(seen: Course, change: CourseChange, plan?: CoursePlan): Promise<CourseChanged>;
  /** Notes that the centre was reminded to report it, or asked about graduates. */
  noteSent(id: string, what: 'remindedOn' | 'askedOn', on: Day): Promise<void>;
  /** Keeps what became of the graduates; false when another answer came first, or it is not there. */
  keepGraduates(id: string, graduates: Graduates): Promise<boolean>;
}

export interface CoursePage {
  readonly skip: number;
  readonly limit: number;
}

export interface CourseList {
  readonly courses: readonly Course[];
  readonly total: number;
}

/** Whether it was done, or somebody was faster; with the course as it is now. */
export interface CourseChanged {
  readonly is: 'done' | 'overtaken';
  readonly course: Course;
}

export interface CourseLook extends CoursePage {
  /** Words each of which the title has. */
  readonly words?: string;
  /** Words of which the title does not have each. */
  readonly without?: string;
}
