import { type MongoStores } from '../../../src/adapters/mongo/mongo-stores';
import { after, storesAtHome } from '../../support/stores-at-home';

let stores: MongoStores & { close(): Promise<void> };
beforeAll(async () => {
  stores = await storesAtHome();
});
afterAll(() => stores.close());

describe('contacts', () => {
  it('know nothing of a chat at first', async () => {
    expect((await stores.contacts.of([1])).size).toBe(0);
    expect((await stores.contacts.of([])).size).toBe(0);
  });

  it('remember since when a chat is out of reach, and in reach again', async () => {
    await stores.contacts.unreachable(2, 'blocked', after(1));
    await stores.contacts.unreachable(2, 'blocked', after(2));
    const blocked = { chat: 2, state: 'blocked', since: after(1) };
    expect((await stores.contacts.of([2, 2, 3])).get(2)).toEqual(blocked);
    expect(await stores.contacts.reachable(2, after(3))).toBe(true);
    expect(await stores.contacts.reachable(2, after(4))).toBe(false);
    expect((await stores.contacts.of([2])).get(2)).toEqual({
      ...{ chat: 2, state: 'ok', since: after(3) },
    });
  });

  it('agree on one row when several say the same at once', async () => {
    await Promise.all([1, 2, 3, 4].map((n) => stores.contacts.reachable(5, after(n))));
    expect((await stores.contacts.of([5])).get(5)?.state).toBe('ok');
  });

  it('remember what a group became, whatever else happens to the old one', async () => {
    await stores.contacts.moved(-6, -1006, after(1));
    await stores.contacts.unreachable(-6, 'left', after(2));
    await stores.contacts.moved(-6, -1006, after(3));
    expect((await stores.contacts.of([-6])).get(-6)?.movedTo).toBe(-1006);
  });
});
