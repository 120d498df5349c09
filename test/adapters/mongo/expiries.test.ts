import { asDay } from '../../../src/domain/day';
import type { Expiries, Expiry } from '../../../src/ports/follow-ups';
import { storesAtHome } from '../../support/stores-at-home';

let expiries: Expiries;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ expiries, close } = await storesAtHome());
});
afterEach(() => close());

const anExpiry = (id: string, on: string, institution = 'bina-iman'): Expiry => ({
  id,
  institution,
  what: 'Izin operasional',
  on: asDay(on)!,
});

describe('mongoExpiries', () => {
  it('lists the ends of the papers of one institution, the earliest first', async () => {
    const [later, sooner] = [anExpiry('B', '2028-01-01'), anExpiry('A', '2027-01-01')];
    for (const each of [later, sooner, anExpiry('C', '2027-06-01', 'al-ikhsan')])
      await expiries.put(each);
    expect(await expiries.of('bina-iman')).toEqual([sooner, later]);
    expect(await expiries.of('datu-ismail')).toEqual([]);
  });

  it('replaces what is kept under the same id', async () => {
    await expiries.put(anExpiry('A', '2027-01-01'));
    await expiries.put(anExpiry('A', '2032-01-01'));
    expect(await expiries.of('bina-iman')).toEqual([anExpiry('A', '2032-01-01')]);
  });

  it('forgets one, and does not mind to forget it twice', async () => {
    await expiries.put(anExpiry('A', '2027-01-01'));
    for (let n = 0; n < 2; n += 1) await expiries.forget('A');
    expect(await expiries.of('bina-iman')).toEqual([]);
  });

  it('is kept once when many put it for the first time', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => expiries.put(anExpiry('A', `2027-01-${10 + (n % 20)}`))),
    );
    expect(await expiries.of('bina-iman')).toHaveLength(1);
  });
});
