import type { Checklist, ChecklistStage } from './checklist';
import { firstStages } from './first-stages';
import { licenceStages } from './licence-stages';

/** What comes after the licence, the same on both paths. */
const laterStages: readonly ChecklistStage[] = [
  {
    id: 'E',
    name: 'SIAPkerja (dulu Sisnaker) dan VIN',
    required: true,
    steps: [
      {
        id: 'E1',
        name: 'Akun SIAPkerja penanggung jawab',
        hint: 'Akun pribadi penanggung jawab',
        papers: [],
        owner: 'pengelola',
        source: 'GK',
      },
      {
        id: 'E2',
        name: 'Akun lembaga',
        hint: 'Daftar di kelembagaan.kemnaker.go.id sebagai BLK Komunitas',
        papers: [],
        owner: 'pengelola',
        source: 'S7',
      },
      {
        id: 'E3',
        name: 'Lengkapi semua data lembaga',
        hint: 'Profil, legalitas, program, sarana, instruktur',
        papers: [],
        owner: 'pengelola',
        source: 'S7',
      },
      {
        id: 'E4',
        name: 'Akun instruktur',
        hint: 'Setiap instruktur punya akun sendiri',
        papers: [],
        owner: 'pengelola',
        source: 'S7',
      },
      {
        id: 'E5',
        name: 'VIN terbit',
        hint: 'Catat nomor VIN dari kelembagaan.kemnaker.go.id',
        papers: [{ id: 'vin', name: 'Nomor VIN' }],
        owner: 'kemnaker',
        number: { name: 'VIN', digits: 10, example: '1234567890' },
        dated: true,
        source: 'S10',
      },
      {
        id: 'E6',
        name: 'Data dicek petugas',
        hint: 'Petugas mencocokkan profil di situs dengan keadaan',
        papers: [],
        owner: 'petugas_dinas',
        source: 'S1',
      },
    ],
  },
  {
    id: 'F',
    name: 'Tayang untuk umum',
    required: false,
    steps: [
      {
        id: 'F1',
        name: 'Jadwal pelatihan tayang',
        hint: 'Program dan jadwal di Skillhub',
        papers: [],
        owner: 'pengelola',
        source: 'GK',
      },
      {
        id: 'F2',
        name: 'Setuju tampil di info publik',
        hint: 'Persetujuan menampilkan nama BLK dan nomor kontak lewat bot',
        papers: [{ id: 'setuju', name: 'Persetujuan' }],
        owner: 'pengelola',
        source: 'S104',
      },
    ],
  },
  {
    id: 'G',
    name: 'Akreditasi LA-LPK',
    required: false,
    steps: [
      {
        id: 'G1',
        name: 'Isi formulir F.01',
        hint: 'Butuh VIN dan salinan profil dari situs',
        papers: [{ id: 'f01', name: 'F.01' }],
        owner: 'pengelola',
        source: 'S10',
      },
      {
        id: 'G2',
        name: 'Siapkan 8 standar',
        hint: 'Kompetensi, program, materi, asesmen, instruktur, sarana, tata kelola, keuangan',
        papers: [{ id: 'bukti', name: 'Bukti per standar' }],
        owner: 'pengelola',
        source: 'S18',
      },
      {
        id: 'G3',
        name: 'Sertifikat akreditasi',
        hint: 'Catat nomor dan masa berlaku; kami ingatkan sebelum habis',
        papers: [{ id: 'akred', name: 'Sertifikat akreditasi' }],
        owner: 'la_lpk',
        number: { name: 'sertifikat akreditasi' },
        dated: true,
        validity: 'Akreditasi',
        source: 'S18',
      },
    ],
  },
  {
    id: 'H',
    name: 'Sertifikasi peserta',
    required: false,
    steps: [
      {
        id: 'H1',
        name: 'Kerja sama LSP',
        hint: 'LSP sesuai skema kejuruan',
        papers: [{ id: 'mou', name: 'Perjanjian kerja sama' }],
        owner: 'lsp',
        validity: 'Kerja sama LSP',
        source: 'S20',
      },
      {
        id: 'H2',
        name: 'Tempat uji (TUK)',
        hint: 'Tetap atau sewaktu',
        papers: [{ id: 'tuk', name: 'Penetapan TUK' }],
        owner: 'lsp',
        validity: 'Penetapan TUK',
        source: 'S20',
      },
    ],
  },
];

/**
 * The checklist the bot comes with: 9 stages, 36 steps, two paths.
 *
 * No public page shows the screens of SIAPkerja today, so it is put together from rules and practice
 * found in public; `source` names where: S1 Disnakertrans Paser 2022, S7 Kemnaker guideline JKP 2022,
 * S8 Permenaker 6/2024, S10 form F.01, S15 OKU Timur on OSS, S16 Permenakertrans 17/2007, S17
 * Permenaker 14/2025, S18 Permenaker 5/2022, S20 LLK Lombok Timur, S37 Disnakertrans PPU, S48 BLKK
 * Al Islam Kemuja, S104 UU 27/2022; GK is general knowledge, INF was inferred. The office confirms or
 * changes it by an edited copy.
 */
export const firstChecklist: Checklist = {
  version: '2026-11-23',
  paths: {
    oss: 'OSS (izin usaha lembaga swasta atau yayasan, lalu VIN)',
    tanda_daftar: 'Tanda daftar dari dinas (LPK pemerintah atau perusahaan)',
  },
  stages: [...firstStages, ...licenceStages, ...laterStages],
};
