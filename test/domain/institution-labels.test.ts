import { labelAmong, labelsOf } from '../../src/domain/institution-labels';

const one = (id: string, name: string, district: string, regency = 'Kabupaten Paser') => ({
  ...{ id, name, district, regency },
});
const first = one('bina-iman', 'BLK Komunitas Pesantren Bina Iman', 'Paser Belengkong');
const elsewhere = one('bina-iman-2', 'BLKK Bina Iman', 'Kuaro');
const far = one('bina-iman-3', 'BLKK BINA IMAN', 'Kuaro', 'Kabupaten Penajam Paser Utara');
const other = one('al-ikhsan', 'BLKK Al Ikhsan', 'Kuaro');

describe('what institutions are called', () => {
  it('is the name people say where it is the only one', () => {
    expect([...labelsOf([first, other]).values()]).toEqual(['Bina Iman', 'Al Ikhsan']);
  });

  it('has the district where two are called the same', () => {
    expect([...labelsOf([first, elsewhere, other]).values()]).toEqual([
      ...['Bina Iman (Paser Belengkong)', 'Bina Iman (Kuaro)', 'Al Ikhsan'],
    ]);
  });

  it('has the regency where the district is the same too', () => {
    expect([...labelsOf([first, elsewhere, far]).values()]).toEqual([
      'Bina Iman (Paser Belengkong)',
      'Bina Iman (Kuaro, Kabupaten Paser)',
      'BINA IMAN (Kuaro, Kabupaten Penajam Paser Utara)',
    ]);
  });

  it('is the same for one that is not among the others', () => {
    expect(labelAmong(elsewhere, [first, other])).toBe('Bina Iman (Kuaro)');
    expect(labelAmong(first, [first, other])).toBe('Bina Iman');
  });
});
