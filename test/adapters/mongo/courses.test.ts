import { type CourseChange, type Graduates, planIn } from '../../../src/domain/course';
import type { Courses } from '../../../src/ports/courses';
import { day } from '../../domain/support/days';
import { aCourse } from '../../support/courses';
import { after, storesAtHome } from '../../support/stores-at-home';

let courses: Courses;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ courses, close } = await storesAtHome());
});
afterEach(() => close());

const aChange = (change: Partial<CourseChange> = {}): CourseChange => ({
  ...{ id: 'F1', does: 'approve', by: 'RATNA', at: after(1), from: 'waiting' },
  ...change,
});
const graduates = (by: string): Graduates => ({
  ...{ id: `FORM OF ${by}`, by, at: after(9), working: 3, business: 2, study: 1, notYet: 0 },
});
const wholePage = { skip: 0, limit: 10 };
const ids = ({ courses: found }: { courses: readonly { id: string }[] }) =>
  found.map(({ id }) => id);

async function settle(): Promise<void> {
  const december = { startsOn: day('2026-12-20'), endsOn: day('2026-12-25') };
  const november = { startsOn: day('2026-11-01'), endsOn: day('2026-11-10') };
  await courses.add(aCourse({ id: 'LATER', ...december, state: 'approved' }));
  await courses.add(aCourse({ id: 'SOON' }));
  await courses.add(aCourse({ id: 'GONE', state: 'cancelled' }));
  await courses.add(aCourse({ id: 'PAST', ...november }));
  await courses.add(aCourse({ id: 'OTHER', institution: 'al-ikhsan', state: 'approved' }));
  await courses.add(aCourse({ id: 'BACK', institution: 'al-ikhsan', state: 'returned' }));
}

describe('mongoCourses', () => {
  it('hands back what was planned, once for one id', async () => {
    await Promise.all(Array.from({ length: 20 }, () => courses.add(aCourse())));
    await courses.add(aCourse({ title: 'Lain' }));
    expect(await courses.one('COURSE0001')).toEqual(aCourse());
    expect(await courses.one('NONE')).toBeUndefined();
  });

  it('lists by date what is ahead and what is past of the institutions asked for, page by page', async () => {
    await settle();
    const today = day('2026-11-23');
    expect(ids(await courses.ahead(['bina-iman'], today, wholePage))).toEqual(['SOON', 'LATER']);
    const second = await courses.ahead(['bina-iman'], today, { skip: 1, limit: 1 });
    expect([ids(second), second.total]).toEqual([['LATER'], 2]);
    expect(ids(await courses.past(['bina-iman', 'al-ikhsan'], today, wholePage))).toEqual([
      ...['GONE', 'PAST'],
    ]);
    expect(ids(await courses.ahead([], today, wholePage))).toEqual([]);
  });

  it('shows everybody only what was approved and is still to begin', async () => {
    await settle();
    const both = ['bina-iman', 'al-ikhsan'];
    const from = (text: string) => courses.upcoming(both, day(text), wholePage);
    expect(ids(await from('2026-12-01'))).toEqual(['OTHER', 'LATER']);
    expect(ids(await from('2026-12-02'))).toEqual(['LATER']);
  });

  it('sorts and finds by the version approved last, whatever a change of it says', async () => {
    await settle();
    const later = (await courses.one('LATER'))!;
    const plan = { ...planIn(later), title: 'Menjahit', startsOn: day('2026-11-25') };
    await courses.change(later, aChange({ does: 'change', from: 'approved' }), plan);
    const look = (words: string) =>
      courses.upcoming('all', day('2026-11-23'), { ...wholePage, words });
    expect(ids(await look(''))).toEqual(['OTHER', 'LATER']);
    expect([ids(await look('grafis')), ids(await look('menjahit'))]).toEqual([
      ...[['OTHER', 'LATER'], []],
    ]);
    expect(ids(await courses.running('all', day('2026-12-21'), wholePage))).toEqual(['LATER']);
    expect(ids(await courses.running('all', day('2026-12-20'), wholePage))).toEqual([]);
  });

  it('counts what waits for approval and is not over yet', async () => {
    await settle();
    const waiting = (on: string) => courses.waiting(['bina-iman', 'al-ikhsan'], day(on));
    expect(await waiting('2026-11-10')).toBe(2);
    expect(await waiting('2026-11-11')).toBe(1);
    expect(await courses.waiting([], day('2026-11-10'))).toBe(0);
  });

  it('knows what is likely to end from a day on', async () => {
    await settle();
    const ends = async (institution: string, from: string) =>
      ids({ courses: await courses.endingFrom(institution, day(from)) });
    expect(await ends('bina-iman', '2026-11-10')).toEqual(['PAST', 'SOON', 'LATER']);
    expect(await ends('bina-iman', '2026-12-11')).toEqual(['LATER']);
    expect(await ends('al-ikhsan', '2026-11-10')).toEqual(['OTHER']);
  });

  it('is decided by one of many, who may say so twice', async () => {
    await courses.add(aCourse());
    const tried = await Promise.all(
      Array.from({ length: 10 }, (_, n) => courses.change(aCourse(), aChange({ id: `F${n}` }))),
    );
    expect(tried.filter(({ is }) => is === 'done')).toHaveLength(1);
    const { changes } = (await courses.one('COURSE0001'))!;
    expect(changes).toHaveLength(1);
    const again = await courses.change(aCourse(), changes[0]!);
    expect(again).toMatchObject({ is: 'done', course: { state: 'approved' } });
  });

  it('replaces the plan as a whole, also what is left out now', async () => {
    const course = aCourse({ contact: 'Hamdan', state: 'approved' });
    await courses.add(course);
    const plan = {
      ...{ title: 'Menjahit', startsOn: day('2026-12-02'), endsOn: day('2026-12-12') },
      ...{ quota: 20, conditions: 'Warga Paser' },
    };
    const change = aChange({ does: 'change', from: 'approved' });
    const { course: changed } = await courses.change(course, change, plan);
    expect(changed).toEqual({
      ...{ ...aCourse(), ...plan, changes: [change] },
      announced: planIn(course),
    });
    const [seen] = (await courses.upcoming('all', day('2026-12-01'), wholePage)).courses;
    expect(seen).toMatchObject({ title: 'Desain grafis', contact: 'Hamdan' });
  });

  it('notes what was sent, and keeps the first answer about graduates', async () => {
    await courses.add(aCourse());
    await courses.noteSent('COURSE0001', 'remindedOn', day('2026-12-11'));
    const kept = await Promise.all(
      ['HAMDAN', 'YUSUF'].map((by) => courses.keepGraduates('COURSE0001', graduates(by))),
    );
    expect(kept.filter(Boolean)).toHaveLength(1);
    const winner = kept[0] ? 'HAMDAN' : 'YUSUF';
    expect(await courses.keepGraduates('COURSE0001', graduates(winner))).toBe(true);
    expect(await courses.one('COURSE0001')).toEqual({
      ...aCourse(),
      remindedOn: '2026-12-11',
      graduates: graduates(winner),
    });
    expect(await courses.keepGraduates('NONE', graduates('HAMDAN'))).toBe(false);
  });
});

describe('what the public finds', () => {
  it('is shown the approved courses of all institutions, too', async () => {
    await settle();
    const all = await courses.upcoming('all', day('2026-12-01'), wholePage);
    expect([ids(all), all.total]).toEqual([['OTHER', 'LATER'], 2]);
  });

  it('finds courses by words of their title, whatever signs they have', async () => {
    await courses.add(aCourse({ id: 'WEB', state: 'approved', title: 'Web (HTML+CSS)' }));
    await courses.add(aCourse({ id: 'CAT', state: 'approved', title: 'Mengecat' }));
    const titled = (words: string) =>
      courses.upcoming(['bina-iman'], day('2026-11-23'), { ...wholePage, words });
    expect(ids(await titled('html+'))).toEqual(['WEB']);
    expect(ids(await titled('.*'))).toEqual([]);
    expect(ids(await titled(''))).toEqual(['CAT', 'WEB']);
  });
});
