import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { labels } from '../support/seen';

const { hamdan, yusuf, ratna, joko, anwar, sari } = cast;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
}, 60_000);
afterAll(() => home.stop());

const readBy = async (member: { readonly id: number }) => {
  const { text } = await home.as(member).says('/bantuan');
  return text.split('\n');
};

const forEverybody = [
  '/info – Info BLK dan pelatihan',
  '/saya – Data dan peran saya',
  '/privasi – Pemberitahuan privasi',
  '/dataku – Salinan semua data saya',
  '/hapusdata – Hapus data saya',
  '/bantuan – Bantuan',
  '/batal – Batalkan isian yang sedang berjalan',
];
const ofManagers = [
  '/lapor – Lapor kegiatan',
  '/nihil – Kabarkan bila belum ada kegiatan',
  '/progres – Progres pendaftaran',
  '/kendala – Sampaikan kendala',
  '/jadwal – Jadwal pelatihan',
  '/libur – Kabarkan libur pondok',
  '/riwayat – Riwayat laporan',
  '/status – Status BLK saya',
  '/profil – Profil BLK saya',
];
const ofOfficers = [
  '/progres – Progres pendaftaran BLK',
  '/tugas – Daftar tugas',
  '/periksa – Periksa laporan',
  '/lapor – Lapor atas nama BLK',
  '/nihil – Laporan nihil atas nama BLK',
  '/kendala – Kendala BLK',
  '/kunjungan – Catat kunjungan pembinaan',
  '/blk – Data BLK dan LPK',
  '/undang – Undang pengelola BLK',
  '/hubungkan – Hubungkan grup dengan BLK',
];
const ofAdmins = [
  '/petugas – Petugas dan kepala: peran dan wilayah',
  '/sistem – Keadaan bot dan catatan tindakan',
];

/** Every command with its phrase is whole lines of its own; others may join them. */
const reading = (...some: readonly string[]): unknown => expect.arrayContaining([...some]);

describe('/bantuan', () => {
  it('tells managers and deputies what they can do, and whom to ask', async () => {
    for (const member of [hamdan, yusuf]) {
      const said = await readBy(member);
      expect(said[0]).toBe('Yang dapat Anda lakukan');
      expect(said.slice(1, 10)).toEqual(ofManagers);
      expect(said).toEqual(reading(...forEverybody));
      expect(said.slice(-2)).toEqual([
        '',
        'Isian dapat ditinggal dan dilanjutkan kapan saja. Bila perlu bantuan, silakan hubungi petugas dinas.',
      ]);
      expect(labels(home.as(member).sees())).toEqual([
        'Lapor kegiatan',
        'Kabarkan bila belum ada kegiatan',
      ]);
    }
  });

  it('tells officers what is theirs, and sends nobody to themselves', async () => {
    const said = await readBy(ratna);
    expect(said).toEqual(reading(...ofOfficers, ...forEverybody));
    expect(said.filter((line) => ofAdmins.includes(line))).toEqual([]);
    expect(said.at(-1)).toBe(
      'Isian dapat ditinggal dan dilanjutkan kapan saja. Bila perlu bantuan, silakan hubungi admin bot ini.',
    );
  });

  it('tells admins of their two commands as well, and of nobody above them', async () => {
    const said = await readBy(joko);
    expect(said).toEqual(reading(...ofOfficers, ...ofAdmins, ...forEverybody));
    expect(said.at(-1)).toBe('Isian dapat ditinggal dan dilanjutkan kapan saja.');
  });

  it('tells heads what they can read and announce, and nothing they may not do', async () => {
    const said = await readBy(anwar);
    expect(said).toEqual(
      reading('/rekap – Ringkasan keadaan BLK', '/umumkan – Pengumuman', ...forEverybody),
    );
    expect(said.filter((line) => [...ofOfficers, ...ofAdmins].includes(line))).toEqual([]);
    expect(said.at(-1)).toContain('silakan hubungi admin bot ini.');
  });

  it('tells everybody else what is public, and how one joins', async () => {
    const said = await readBy(sari);
    expect(said).toEqual([
      'Yang dapat Anda lakukan',
      ...forEverybody,
      '',
      'Pengelola BLK dan petugas bergabung lewat tautan undangan dari dinas.',
    ]);
    expect(labels(home.as(sari).sees())).toEqual([]);
  });

  it('says each thing in a short phrase, and nothing that presses or shames', async () => {
    for (const member of [hamdan, ratna, joko, anwar, sari]) {
      const said = await readBy(member);
      for (const line of said.filter((one) => one.startsWith('/')))
        expect(line).toMatch(/^\/[a-z]+ – \p{Lu}[^.!]{3,45}$/u);
      expect(said.join('\n')).not.toMatch(/pasif|wajib|harus|terlambat|\bkamu\b/iu);
    }
  });
});
