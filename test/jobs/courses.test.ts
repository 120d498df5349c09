import type { Course } from '../../src/domain/course';
import { day } from '../domain/support/days';
import { type ClockworkAtHome, clockworkAtHome } from '../support/clockwork-at-home';
import { aCourse } from '../support/courses';
import { anActivity } from '../support/reports';

// A Monday at 09.00 in Tanah Grogot.
let home: ClockworkAtHome;
beforeEach(async () => {
  home = await clockworkAtHome('2026-11-23T01:00:00Z');
  await home.process().leaping();
});
afterEach(() => home.close());

const ended = { startsOn: day('2026-11-20'), endsOn: day('2026-11-23') };
const keep = async (course: Course) => {
  await home.world.courses.add(course);
  await home.world.appointments.hurry('courses', 'bina-iman', home.clock.now());
  await home.process().leaping();
};
const on = async (at: string) => {
  home.clock.set(at);
  await home.process().leaping();
};
const asked = async () => {
  const rows = await home.store.collection('outbox').find({ kind: 'reminder' }).toArray();
  return rows.map(({ _id }) => String(_id)).filter((key) => key.startsWith('course:'));
};
const runs = () =>
  home.store.collection('job-runs').countDocuments({ job: 'courses', scope: 'bina-iman' });

describe('the look at courses that are over', () => {
  it('asks for the report the day after the end, once, whichever process looks', async () => {
    await keep(aCourse(ended));
    expect(await asked()).toEqual([]);
    await on('2026-11-24T01:00:00Z');
    await home.world.appointments.hurry('courses', 'bina-iman', home.clock.now());
    await Promise.all([home.process(home.newWorld()).leaping(), home.process().leaping()]);
    expect(await asked()).toEqual(['course:COURSE0001:report']);
    expect(await home.world.courses.one('COURSE0001')).toMatchObject({ remindedOn: '2026-11-24' });
  });

  it('asks nothing about one that was reported, was cancelled, or waits to be corrected', async () => {
    await home.world.reports.submitActivity(anActivity({ id: 'REPORT0001', ...ended }));
    await keep(aCourse(ended));
    const later = { startsOn: day('2026-11-24'), endsOn: day('2026-11-24') };
    await keep(aCourse({ id: 'COURSE0002', ...later, state: 'cancelled' }));
    await keep(aCourse({ id: 'COURSE0003', ...later, state: 'returned' }));
    await on('2026-11-24T01:00:00Z');
    await on('2026-11-25T01:00:00Z');
    expect(await asked()).toEqual([]);
  });

  it('waits while the month has had its messages, and asks in the next', async () => {
    const { id } = (await home.world.people.of('bina-iman'))[0]!;
    await home.world.outbox.put(
      [1, 2].map((n) => ({
        ...{ key: `filler:${n}`, kind: 'reminder', chat: 1001, person: id },
        ...{ act: { do: 'say', card: { text: 'x' as never } }, at: home.clock.now() },
      })),
    );
    await keep(aCourse(ended));
    await on('2026-11-24T01:00:00Z');
    await on('2026-11-30T01:00:00Z');
    expect(await asked()).toEqual([]);
    await on('2026-12-01T01:00:00Z');
    expect(await asked()).toEqual(['course:COURSE0001:report']);
  });

  it('looks once a week where nothing is planned', async () => {
    const before = await runs();
    for (const at of ['2026-11-24', '2026-11-26', '2026-11-29']) await on(`${at}T18:00:00Z`);
    expect((await runs()) - before).toBe(1);
  });
});
