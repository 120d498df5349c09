import type {
  Obstacle,
  ObstacleClosing,
  ObstacleWords,
  Obstacles,
} from '../../../src/ports/obstacles';
import { after, storesAtHome } from '../../support/stores-at-home';

let obstacles: Obstacles;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ obstacles, close } = await storesAtHome());
});
afterEach(() => close());

const anObstacle = (change: Partial<Obstacle> = {}): Obstacle => ({
  id: 'ONE',
  institution: 'bina-iman',
  kind: 'alat_rusak_atau_kurang',
  note: '',
  statedBy: 'FAUZI',
  statedAt: after(0),
  ...change,
});

const aClosing = (by: string): ObstacleClosing => ({
  id: `FORM OF ${by}`,
  by,
  at: after(1),
  result: 'solved',
  note: 'Sudah diperbaiki',
});

const words = (id: string, seconds: number): ObstacleWords => ({
  id,
  by: 'RATNA',
  from: 'office',
  at: after(seconds),
  text: 'Sudah ada teknisi?',
});

describe('mongoObstacles', () => {
  it('hands back what was stated, once for one id', async () => {
    await Promise.all(Array.from({ length: 20 }, () => obstacles.add(anObstacle())));
    await obstacles.add(anObstacle({ note: 'lagi' }));
    expect(await obstacles.open(['bina-iman'])).toEqual([anObstacle()]);
  });

  it('lists the open ones of the institutions asked for, oldest first', async () => {
    await obstacles.add(anObstacle({ id: 'B', statedAt: after(2), note: 'Mesin jahit' }));
    await obstacles.add(anObstacle({ id: 'A', statedAt: after(1), institution: 'al-ikhsan' }));
    await obstacles.add(anObstacle({ id: 'C', institution: 'datu-ismail' }));
    const open = await obstacles.open(['bina-iman', 'al-ikhsan']);
    expect(open.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(await obstacles.open([])).toEqual([]);
  });

  it('is taken by one of many, who may say so twice, and can be taken over from them', async () => {
    await obstacles.add(anObstacle());
    const people = Array.from({ length: 10 }, (_, n) => `PERSON${n}`);
    const taken = await Promise.all(people.map((by) => obstacles.handle('ONE', by, after(1))));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const taker = people[taken.indexOf(true)]!;
    expect(await obstacles.handle('ONE', taker, after(2))).toBe(true);
    expect(await obstacles.handle('ONE', 'RATNA', after(3), 'SOMEBODY ELSE')).toBe(false);
    expect(await obstacles.handle('ONE', 'RATNA', after(3), taker)).toBe(true);
    expect(await obstacles.one('ONE')).toMatchObject({ handledBy: 'RATNA', handledAt: after(3) });
  });

  it('keeps what is said once for one form, in the order it was said', async () => {
    await obstacles.add(anObstacle());
    await Promise.all(Array.from({ length: 10 }, () => obstacles.say('ONE', words('F1', 1))));
    expect(await obstacles.say('ONE', words('F2', 2))).toBe(true);
    expect((await obstacles.one('ONE'))?.talk).toEqual([words('F1', 1), words('F2', 2)]);
    expect(await obstacles.say('NONE', words('F3', 3))).toBe(false);
  });

  it('is closed by one of many, who may say so twice', async () => {
    await obstacles.add(anObstacle());
    const closings = Array.from({ length: 20 }, (_, n) => aClosing(`PERSON${n}`));
    const closed = await Promise.all(closings.map((one) => obstacles.close('ONE', one)));
    expect(closed.filter(Boolean)).toHaveLength(1);
    const closing = closings[closed.indexOf(true)]!;
    expect(await obstacles.close('ONE', closing)).toBe(true);
    expect(await obstacles.open(['bina-iman'])).toEqual([]);
    const whole = { ...anObstacle(), closedAt: after(1), closing };
    expect(await obstacles.closedSince(['bina-iman', 'al-ikhsan'], after(1))).toEqual([whole]);
    expect(await obstacles.closedSince(['bina-iman'], after(2))).toEqual([]);
    expect(await obstacles.one('ONE')).toEqual(whole);
  });

  it('hears and takes nothing any more once it is closed, but knows what it heard before', async () => {
    await obstacles.add(anObstacle());
    await obstacles.say('ONE', words('F1', 1));
    await obstacles.close('ONE', aClosing('RATNA'));
    expect(await obstacles.say('ONE', words('F2', 2))).toBe(false);
    expect(await obstacles.say('ONE', words('F1', 3))).toBe(true);
    expect(await obstacles.handle('ONE', 'JOKO', after(2))).toBe(false);
    expect((await obstacles.one('ONE'))?.talk).toEqual([words('F1', 1)]);
  });

  it('is not closed when it was never stated', async () => {
    expect(await obstacles.close('NONE', aClosing('RATNA'))).toBe(false);
  });
});
