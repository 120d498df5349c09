import type { Grant } from '../../../src/domain/person';
import type { Joining, People } from '../../../src/ports';
import { after, storesAtHome } from '../../support/stores-at-home';

let people: People;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ people, close } = await storesAtHome());
});
afterEach(() => close());

const manager: Grant = { role: 'manager', institution: 'bina-iman', since: after(0) };
const joining = (its: Partial<Joining> = {}): Joining => ({
  ...{ name: 'Ahmad', address: 'Ustaz', grant: manager, origin: 'code' },
  consent: { version: 1, at: after(0) },
  ...its,
});

describe('mongoPeople', () => {
  it('knows somebody under one id, however many meet them at once', async () => {
    const ids = Array.from({ length: 10 }, (_, n) => `PERSON${n}`);
    const met = await Promise.all(ids.map((id) => people.meet(1001, id, 'Ahmad')));
    expect(new Set(met.map(({ id }) => id)).size).toBe(1);
    expect(await people.byTelegram(1001)).toEqual(met[0]);
    expect(await people.byId(met[0]?.id ?? '')).toEqual(met[0]);
  });

  it('grants nothing and records no consent by meeting', async () => {
    expect(await people.meet(1001, 'AHMAD', 'Ahmad')).toEqual({
      ...{ id: 'AHMAD', telegramId: 1001, name: 'Ahmad', grants: [] },
    });
  });

  it('gives a grant once for one invitation, however often it is taken up', async () => {
    await people.meet(1001, 'AHMAD', 'Ahmad');
    await Promise.all([1, 2, 3].map(() => people.join('AHMAD', joining())));
    const { name, address, grants, consent } = await people.join('AHMAD', joining({ name: 'X' }));
    expect({ name, address, grants, consent }).toEqual({
      ...{ name: 'Ahmad', address: 'Ustaz', grants: [manager] },
      consent: { version: 1, at: after(0) },
    });
  });

  it('adds a second grant from another invitation', async () => {
    await people.meet(1001, 'AHMAD', 'Ahmad');
    await people.join('AHMAD', joining());
    const deputy: Grant = { role: 'deputy', institution: 'al-ikhsan', since: after(60) };
    const { grants } = await people.join('AHMAD', joining({ grant: deputy, origin: 'other' }));
    expect(grants).toEqual([manager, deputy]);
  });

  it('does not let anybody join whom it has not met', async () => {
    await expect(people.join('NOBODY', joining())).rejects.toThrow('Nobody with this id');
  });

  it('lists managers before deputies, of that institution only', async () => {
    const grants: readonly Grant[] = [
      { role: 'deputy', institution: 'bina-iman', since: after(0) },
      { role: 'manager', institution: 'al-ikhsan', since: after(0) },
      manager,
    ];
    for (const [n, grant] of grants.entries()) {
      await people.meet(1001 + n, `PERSON${n}`, 'Ahmad');
      await people.join(`PERSON${n}`, joining({ grant }));
    }
    const ids = (await people.of('bina-iman')).map(({ id }) => id);
    expect(ids).toEqual(['PERSON2', 'PERSON0']);
  });

  it('keeps the number of one and nobody else, until it is taken back', async () => {
    await Promise.all([people.meet(1001, 'A', 'Ahmad'), people.meet(1002, 'B', 'Budi')]);
    await people.callAt('A', '+6281234567890');
    expect(await people.byId('A')).toMatchObject({ phone: '+6281234567890' });
    expect(await people.byId('B')).not.toHaveProperty('phone');
    await people.callAt('A', undefined);
    expect(await people.byId('A')).not.toHaveProperty('phone');
  });

  it('renames one and nobody else', async () => {
    await Promise.all([people.meet(1001, 'A', 'Ahmad'), people.meet(1002, 'B', 'Budi')]);
    await people.rename('A', { name: 'Haji Ahmad', address: 'Bapak', at: after(9) });
    expect(await people.byId('A')).toMatchObject({ name: 'Haji Ahmad', address: 'Bapak' });
    expect(await people.byId('B')).toMatchObject({ name: 'Budi' });
  });
});
