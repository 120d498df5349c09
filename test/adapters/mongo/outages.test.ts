import type { Outages } from '../../../src/ports/follow-ups';
import { after, storesAtHome } from '../../support/stores-at-home';

let outages: Outages;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ outages, close } = await storesAtHome());
});
afterEach(() => close());

const hour = 3600;

describe('mongoOutages', () => {
  it('tells when the last beat was', async () => {
    expect(await outages.lastBeat()).toBeUndefined();
    for (const seconds of [0, 60, 120]) await outages.beat(after(seconds));
    expect(await outages.lastBeat()).toEqual(after(120));
  });

  it('takes the first beat from many processes that start at once', async () => {
    await Promise.all(Array.from({ length: 50 }, () => outages.beat(after(0))));
    expect(await outages.lastBeat()).toEqual(after(0));
  });

  it('keeps an outage once, with the latest end that was named', async () => {
    const ends = [2, 5, 3, 4];
    await Promise.all(
      ends.map((hours) => outages.record({ from: after(0), to: after(hours * hour) })),
    );
    expect(await outages.since(after(0))).toEqual([{ from: after(0), to: after(5 * hour) }]);
  });

  it('lists the outages that reach beyond a moment, oldest first', async () => {
    const outage = (from: number, to: number) => ({ from: after(from), to: after(to) });
    for (const [from, to] of [
      [50, 60],
      [10, 20],
      [30, 40],
    ] as const)
      await outages.record(outage(from, to));
    expect(await outages.since(after(0))).toEqual([outage(10, 20), outage(30, 40), outage(50, 60)]);
    expect(await outages.since(after(35))).toEqual([outage(30, 40), outage(50, 60)]);
    expect(await outages.since(after(60))).toEqual([]);
  });
});
