import type { Inbox } from '../../../src/ports';
import { after, storesAtHome } from '../../support/stores-at-home';

let inbox: Inbox;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ inbox, close } = await storesAtHome());
});
afterEach(() => close());

const lane = 'person:1001';
const arrivals = (...ids: readonly number[]) =>
  ids.map((id) => ({ id, lane, body: { update_id: id } }));

describe('mongoInbox', () => {
  it('hands out the updates of a lane in the order of their numbers, each until it is done', async () => {
    await inbox.put(arrivals(9, 7, 8), after(0));
    const order: (number | undefined)[] = [];
    for (let n = 0; n < 4; n += 1) {
      const next = await inbox.next(lane, after(1));
      order.push(next?.id);
      if (next) await inbox.done(next.id, after(1));
    }
    expect(order).toEqual([7, 8, 9, undefined]);
  });

  it('leaves an update as it is when it comes again, and takes the new ones beside it', async () => {
    await inbox.put(arrivals(1, 2), after(0));
    await inbox.done(1, after(1));
    await inbox.put(arrivals(1, 2, 3), after(2));
    await inbox.done(2, after(3));
    expect(await inbox.next(lane, after(3))).toMatchObject({ id: 3 });
  });

  it('refuses what is no update, and says so', async () => {
    await expect(inbox.put([{ id: 1, lane: '', body: {} }], after(0))).rejects.toThrow(/lane/u);
  });

  it('holds a lane back behind the update that has to wait, and no other lane', async () => {
    await inbox.put([...arrivals(1, 2), { id: 3, lane: 'person:1002', body: {} }], after(0));
    await inbox.retry(1, after(30), 'failed');
    expect(await inbox.next(lane, after(29))).toBeUndefined();
    expect(await inbox.next('person:1002', after(29))).toMatchObject({ id: 3 });
    expect(await inbox.next(lane, after(30))).toMatchObject({ id: 1, failures: 1, starts: 1 });
  });

  it('goes on with the next when an update is set aside', async () => {
    await inbox.put(arrivals(1, 2), after(0));
    await inbox.setAside(1, after(1), 'begun too often');
    expect(await inbox.next(lane, after(1))).toMatchObject({ id: 2 });
  });

  it('counts how often an update was begun', async () => {
    await inbox.put(arrivals(1), after(0));
    await inbox.next(lane, after(0));
    expect(await inbox.next(lane, after(0))).toMatchObject({ starts: 2, failures: 0 });
  });

  it('names the lanes in which something is due', async () => {
    await inbox.put([...arrivals(1, 2), { id: 3, lane: 'chat:-1', body: {} }], after(0));
    await inbox.done(3, after(0));
    expect(await inbox.lanesDue(after(0))).toEqual([lane]);
    expect(await inbox.lanesDue(after(-1))).toEqual([]);
  });

  it('gives a lane to one of many workers, and to another when it is released or has lapsed', async () => {
    const workers = Array.from({ length: 10 }, (_, n) => `worker ${n}`);
    const takes = await Promise.all(workers.map((one) => inbox.lease(lane, one, after(0))));
    expect(takes.filter(Boolean)).toHaveLength(1);
    const holder = workers[takes.indexOf(true)] ?? '';
    expect(await inbox.lease(lane, 'other', after(19))).toBe(false);
    expect(await inbox.lease(lane, holder, after(19))).toBe(true);
    expect(await inbox.lease(lane, 'other', after(38))).toBe(false);
    expect(await inbox.lease(lane, 'other', after(39))).toBe(true);
    await inbox.release(lane, holder);
    expect(await inbox.lease(lane, holder, after(40))).toBe(false);
    await inbox.release(lane, 'other');
    expect(await inbox.lease(lane, holder, after(40))).toBe(true);
  });
});
