import { firstInstitutions } from '../../../src/domain/first-institutions';
import type { Institution } from '../../../src/domain/institution';
import type { Institutions } from '../../../src/ports';
import { after, storesAtHome } from '../../support/stores-at-home';

let institutions: Institutions;
let close: () => Promise<void>;
const inPaser: readonly Institution[] = firstInstitutions.map((one) => ({
  ...one,
  registeredAt: after(0),
}));
const far: Institution = {
  ...(inPaser[0] as Institution),
  id: 'nurul-huda',
  name: 'BLK Komunitas Pesantren Nurul Huda',
  regency: 'Kabupaten Berau',
};

beforeAll(async () => {
  ({ institutions, close } = await storesAtHome());
  await institutions.found([...inPaser, far]);
});
afterAll(() => close());

const idsWithin = async (reach: Parameters<Institutions['within']>[0]) =>
  (await institutions.within(reach)).map(({ id }) => id);

describe('mongoInstitutions', () => {
  it.each([
    ['own', { institutions: ['bina-iman'], regencies: [] }, ['bina-iman']],
    ['a regency', { institutions: [], regencies: ['Kabupaten Berau'] }, ['nurul-huda']],
    ['none', { institutions: [], regencies: [] }, []],
    [
      'own and a regency',
      { institutions: ['datu-ismail'], regencies: ['Kabupaten Berau'] },
      ['datu-ismail', 'nurul-huda'],
    ],
    [
      'all',
      { institutions: [], regencies: 'all' as const },
      ['al-ikhsan', 'bina-iman', 'datu-ismail', 'nurul-huda'],
    ],
  ])('shows %s within reach, by name', async (_what, reach, ids) => {
    expect(await idsWithin(reach)).toEqual(ids);
  });

  it('does not open one out of reach by its id', async () => {
    const own = { institutions: ['bina-iman'], regencies: [] };
    expect(await institutions.one('al-ikhsan', own)).toBeUndefined();
    expect(await institutions.one('bina-iman', own)).toEqual(inPaser[0]);
  });

  it('leaves those that are there as they are', async () => {
    const renamed = inPaser.map((one) => ({ ...one, name: 'Nama lain', registeredAt: after(60) }));
    await Promise.all([institutions.found(renamed), institutions.found(renamed)]);
    expect(await institutions.one('bina-iman', { institutions: [], regencies: 'all' })).toEqual(
      inPaser[0],
    );
  });

  describe('adding and changing', () => {
    const { id: _id, registeredAt: _at, ...described } = { ...far, district: 'Talisayan' };
    const add = (name: string, district: string, origin: string) =>
      institutions.add({ ...described, name, district }, origin, after(60));

    it('adds one once per form, and one per place, also when two do it at once', async () => {
      const both = await Promise.all([
        add('BLKK Cahaya', 'Tabalar', 'form-1'),
        add('Ponpes CAHAYA', 'tabalar', 'form-2'),
      ]);
      expect(both.map((added) => added.institution.id)).toEqual(['cahaya', 'cahaya']);
      expect(both.map((added) => added.is).toSorted()).toEqual(['new', 'there']);
      const again = await add('BLKK Cahaya', 'Tabalar', 'form-1');
      expect(again.institution.id).toBe('cahaya');
      const elsewhere = await add('BLKK Cahaya', 'Biatan', 'form-3');
      expect(elsewhere.institution.id).toBe('cahaya-2');
    });

    it('gives nobody the place of another, and changes everything else', async () => {
      expect(await institutions.change('cahaya-2', { district: 'Tabalar' })).toBe(false);
      expect(await institutions.change('cahaya-2', { trade: 'Bahasa', village: 'Biatan' })).toBe(
        true,
      );
      expect(await institutions.change('cahaya-2', { village: undefined })).toBe(true);
      const changed = await institutions.one('cahaya-2', { institutions: [], regencies: 'all' });
      expect(changed).toMatchObject({ trade: 'Bahasa', district: 'Biatan' });
      expect(changed).not.toHaveProperty('village');
    });

    it('finds by words, page by page, the archive apart', async () => {
      const reach = { institutions: [], regencies: ['Kabupaten Berau'] };
      await institutions.archive('cahaya-2', after(90));
      const page = (words: string, skip: number, archived = false) =>
        institutions.page(reach, { words, skip, limit: 1, archived });
      expect(await page('', 1)).toMatchObject({ institutions: [{ id: 'cahaya' }], total: 2 });
      expect(await page('tabal', 0)).toMatchObject({ institutions: [{ id: 'cahaya' }], total: 1 });
      expect(await page('.*', 0)).toEqual({ institutions: [], total: 0 });
      expect(await page('', 0, true)).toMatchObject({ institutions: [{ id: 'cahaya-2' }] });
    });
  });
});

describe('what is described of an institution', () => {
  const one = () => institutions.one('nurul-huda', { institutions: [], regencies: 'all' });

  it('is truly gone when it is taken away', async () => {
    await institutions.change('nurul-huda', { phone: '+6281234567890', village: 'Lolo' });
    expect(await one()).toMatchObject({ phone: '+6281234567890', village: 'Lolo' });
    await institutions.change('nurul-huda', { phone: undefined });
    expect(await one()).toMatchObject({ village: 'Lolo' });
    expect(await one()).not.toHaveProperty('phone');
  });
});
