import { wipeOf } from '../../src/domain/wiped-words';

const since = new Date('2026-11-01T00:00:00Z');
const before = new Date('2026-10-01T00:00:00Z');
const later = new Date('2026-12-01T00:00:00Z');
const siti = { telegramId: 1001, names: [{ name: 'Siti Aminah' }], phone: '+6281234567890' };

it.each([
  ['Bu Siti Aminah sakit.', 'Bu [nama dihapus] sakit.'],
  ['SITI  aminah, lalu siti\naminah', '[nama dihapus], lalu [nama dihapus]'],
  ['Sitiaminah dan Siti Aminahwati', 'Sitiaminah dan Siti Aminahwati'],
  ['Siti saja', 'Siti saja'],
  ['Hubungi 0812-3456-7890', 'Hubungi [nomor dihapus]'],
  ['Hubungi +62 812 3456 7890 atau 6281234567890', 'Hubungi [nomor dihapus] atau [nomor dihapus]'],
  ['id 1001, bukan 11001 atau 10010', 'id [nomor dihapus], bukan 11001 atau 10010'],
])('takes a name and its numbers out of %j', (words, wiped) => {
  expect(wipeOf(siti)(words, later)).toBe(wiped);
});

it('looks for a name taken on later only in what was written since', () => {
  const wipe = wipeOf({ ...siti, names: [{ name: 'Siti' }, { name: 'peserta', since }] });
  expect(wipe('Siti dan 16 peserta', before)).toBe('[nama dihapus] dan 16 peserta');
  expect(wipe('Siti dan 16 peserta', later)).toBe('[nama dihapus] dan 16 [nama dihapus]');
});

it('leaves the names of institutions as they are', () => {
  const wipe = wipeOf({ ...siti, names: [{ name: 'Ikhsan' }] }, [
    'BLK Komunitas Al Ikhsan',
    'Al Ikhsan',
  ]);
  expect(wipe('Ikhsan dari Al Ikhsan', later)).toBe('[nama dihapus] dari Al Ikhsan');
});

it('reads signs of patterns in a name as what they are', () => {
  const wipe = wipeOf({ ...siti, names: [{ name: 'A.B (C' }, { name: '.*' }] });
  expect(wipe('A.B (C dan AxB (C', later)).toBe('[nama dihapus] dan AxB (C');
});

it('finds a name that was made safe for Telegram', () => {
  const wipe = wipeOf({ ...siti, names: [{ name: 'Tom & <Co' }] });
  expect(wipe('oleh Tom &amp; &lt;Co hari ini', later)).toBe('oleh [nama dihapus] hari ini');
});

it('does not look for a single letter', () => {
  expect(wipeOf({ ...siti, names: [{ name: 'A' }] })('A sampai Z', later)).toBe('A sampai Z');
});
