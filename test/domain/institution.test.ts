import { firstInstitutions } from '../../src/domain/first-institutions';
import { shortName, slugOf } from '../../src/domain/institution';

describe('the name of an institution', () => {
  it.each([
    ['BLK Komunitas Pesantren Bina Iman', 'Bina Iman', 'bina-iman'],
    ['BLKK Pondok Pesantren Al-Ikhsan', 'Al-Ikhsan', 'al-ikhsan'],
    ['Balai Latihan Kerja Komunitas Ponpes Datu Ismail', 'Datu Ismail', 'datu-ismail'],
    ["BLK Komunitas Nurul Qur'an", "Nurul Qur'an", 'nurul-quran'],
    ['LPK Citra Élite & Co.', 'Citra Élite & Co.', 'citra-elite-co'],
    ['Pesantrenku Maju', 'Pesantrenku Maju', 'pesantrenku-maju'],
    ['UPTD BLK Paser', 'UPTD BLK Paser', 'uptd-blk-paser'],
    [' BLK Komunitas ', 'BLK Komunitas', 'blk-komunitas'],
    ['معهد', '\u2068معهد\u2069', 'lembaga'],
  ])('%j is %j for short and %j as a slug', (name, short, slug) => {
    expect(shortName({ name })).toBe(short);
    expect(slugOf(name)).toBe(slug);
  });

  it('gives a slug that fits into a button and does not end in a hyphen', () => {
    const slug = slugOf('Yayasan Pendidikan Islam Terpadu An Nur Kabupaten Paser');
    expect(slug).toBe('pendidikan-islam-terpadu-an-nur');
    expect(slugOf('a'.repeat(300))).toHaveLength(32);
  });
});

describe('the first institutions', () => {
  it('are the three pesantren, each under the slug of its name', () => {
    expect(firstInstitutions.map(({ id }) => id)).toEqual([
      'bina-iman',
      'al-ikhsan',
      'datu-ismail',
    ]);
    expect(firstInstitutions.map(({ name }) => slugOf(name))).toEqual(
      firstInstitutions.map(({ id }) => id),
    );
  });

  it('lie in Paser, rest on Friday and answer monthly', () => {
    for (const institution of firstInstitutions) {
      expect(institution).toMatchObject({
        kind: 'BLKK',
        regency: 'Kabupaten Paser',
        zone: 'Asia/Makassar',
        restDay: 5,
        rhythm: 'monthly',
      });
    }
  });

  it('have the districts and trades the office published', () => {
    expect(firstInstitutions.map(({ district, trade }) => [district, trade])).toEqual([
      ['Paser Belengkong', 'Teknik Informatika'],
      ['Tanah Grogot', 'Multimedia'],
      ['Kuaro', 'Teknik Informatika'],
    ]);
  });
});
