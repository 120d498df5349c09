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
});
