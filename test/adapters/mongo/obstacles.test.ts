import type { Obstacle, Obstacles } from '../../../src/ports/follow-ups';
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

  it('is closed by one of many, who may say so twice', async () => {
    await obstacles.add(anObstacle());
    const people = Array.from({ length: 20 }, (_, n) => `PERSON${n}`);
    const closed = await Promise.all(people.map((by) => obstacles.close('ONE', by, after(1))));
    expect(closed.filter(Boolean)).toHaveLength(1);
    const closer = people[closed.indexOf(true)]!;
    expect(await obstacles.close('ONE', closer, after(2))).toBe(true);
    expect(await obstacles.open(['bina-iman'])).toEqual([]);
  });

  it('is not closed when it was never stated', async () => {
    expect(await obstacles.close('NONE', 'RATNA', after(1))).toBe(false);
  });
});
