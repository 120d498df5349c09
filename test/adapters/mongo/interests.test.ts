import type { Interest } from '../../../src/domain/interest';
import { type MongoStores } from '../../../src/adapters/mongo/mongo-stores';
import { after, storesAtHome } from '../../support/stores-at-home';

let stores: MongoStores & { close(): Promise<void> };
beforeEach(async () => {
  stores = await storesAtHome();
});
afterEach(() => stores.close());

const anInterest = (change: Partial<Interest> = {}): Interest => ({
  ...{ id: 'I1', institution: 'bina-iman', telegramId: 3001, name: 'Lina', at: after(0) },
  ...change,
});

describe('mongoInterests', () => {
  it('keeps one for each form and hands back those of a person since then, the newest first', async () => {
    await stores.interests.keep(anInterest({ phone: '+6281234567890' }));
    await stores.interests.keep(anInterest({ name: 'Lain' }));
    await stores.interests.keep(anInterest({ id: 'I2', institution: 'al-ikhsan', at: after(9) }));
    await stores.interests.keep(anInterest({ id: 'I3', telegramId: 3002 }));
    expect((await stores.interests.of(3001, after(0))).map(({ id }) => id)).toEqual(['I2', 'I1']);
    expect(await stores.interests.of(3001, after(10))).toEqual([]);
    expect((await stores.interests.of(3001, after(0)))[1]).toEqual(
      anInterest({ phone: '+6281234567890' }),
    );
  });

  it('notes once who called, and nothing of what is not kept any more', async () => {
    await stores.interests.keep(anInterest());
    const first = await stores.interests.handle('I1', { by: 'HAMDAN', at: after(5) });
    expect(first).toEqual(anInterest({ handledBy: 'HAMDAN', handledAt: after(5) }));
    expect(await stores.interests.handle('I1', { by: 'YUSUF', at: after(9) })).toEqual(first);
    expect(await stores.interests.one('I1')).toEqual(first);
    expect(await stores.interests.handle('I9', { by: 'YUSUF', at: after(9) })).toBeUndefined();
  });

  it('keeps them 90 days', async () => {
    await stores.interests.keep(anInterest());
    await stores.traces.expire(after(90 * 86_400));
    expect(await stores.interests.of(3001, after(0))).toHaveLength(1);
    await stores.traces.expire(after(90 * 86_400 + 1));
    expect(await stores.interests.of(3001, after(0))).toEqual([]);
  });
});
