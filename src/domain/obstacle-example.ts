import type { ObstacleId } from './obstacle';

/** What people might say of an obstacle: the centre, the officer, the centre again, and the officer at its end. */
export interface ObstacleExample {
  readonly stated: string;
  readonly asked: string;
  readonly answered: string;
  readonly closed: string;
}

const example = (
  stated: string,
  asked: string,
  answered: string,
  closed: string,
): ObstacleExample => ({ stated, asked, answered, closed });

const examples: Readonly<Record<ObstacleId, ObstacleExample>> = {
  tidak_ada_dana: example(
    'Dana bahan praktik belum ada sampai akhir tahun',
    'Apakah proposalnya sudah dikirim?',
    'Sudah, pekan lalu.',
    'Bahan praktik dibantu dari APBD',
  ),
  tidak_ada_instruktur: example(
    'Instruktur menjahit pindah sejak Oktober',
    'Apakah sudah ada calon penggantinya?',
    'Ada, seorang alumni.',
    'Dinas menugaskan instruktur pengganti',
  ),
  alat_rusak_atau_kurang: example(
    '6 dari 16 komputer rusak sejak Oktober',
    'Apakah komputernya masih bergaransi?',
    'Masih, sampai Desember.',
    'Teknisi memperbaiki 6 komputer',
  ),
  izin_belum_selesai: example(
    'NIB masih menunggu akta yayasan',
    'Apakah aktanya sudah di notaris?',
    'Sudah, selesai pekan depan.',
    'NIB sudah terbit',
  ),
  akun_siapkerja: example(
    'Kata sandi akun lembaga lupa',
    'Apakah surel lembaga masih dapat dibuka?',
    'Masih, lewat ponsel pengurus.',
    'Akun lembaga sudah dapat dibuka lagi',
  ),
  peserta_kurang: example(
    'Baru 7 orang yang mendaftar',
    'Apakah warga sekitar boleh ikut?',
    'Boleh, terutama pada sore hari.',
    'Pendaftaran diumumkan lewat kecamatan',
  ),
  listrik_atau_internet: example(
    'Listrik sering padam pada siang hari',
    'Berapa daya listriknya sekarang?',
    '2.200 VA.',
    'Daya listrik sudah ditambah',
  ),
  gedung: example(
    'Atap ruang praktik bocor',
    'Apakah ada ruang lain untuk sementara?',
    'Ada, di aula pondok.',
    'Atap sudah diperbaiki',
  ),
  status_lahan: example(
    'Surat wakaf lahan belum keluar',
    'Apakah berkasnya sudah di KUA?',
    'Sudah, bulan lalu.',
    'Surat wakaf sudah terbit',
  ),
  kesibukan_pondok: example(
    'Santri ujian sampai pertengahan bulan',
    'Kapan kelas dapat dimulai lagi?',
    'Setelah ujian, tanggal 20.',
    'Kelas dimulai lagi setelah ujian',
  ),
  lainnya: example(
    'Jalan ke pondok terputus karena banjir',
    'Apa yang paling membantu saat ini?',
    'Kunjungan petugas ke lokasi.',
    'Sudah dibicarakan dengan kecamatan',
  ),
};

/** Words that fit a kind of obstacle, to be shown as examples. */
export const obstacleExample = (kind: ObstacleId): ObstacleExample => examples[kind];
