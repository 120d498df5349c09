import type { Scene } from '../src/scene';
import { alat } from './alat';
import { alihkan } from './alihkan';
import { blk } from './blk';
import { dibaca } from './dibaca';
import { umumkan } from './umumkan';
import { umumkanbaru } from './umumkanbaru';
import { umumkanteks } from './umumkanteks';
import { impor } from './impor';
import { contohimpor, simpanimpor } from './simpanimpor';
import { info } from './info';
import { instruktur } from './instruktur';
import { nomorblk } from './nomorblk';
import { kontak } from './kontak';
import { minat } from './minat';
import { peminat } from './peminat';
import { poster } from './poster';
import { profil } from './profil';
import { rincian } from './rincian';
import { tambahblk } from './tambahblk';
import { terimabantuan } from './terimabantuan';
import { ubahblk } from './ubahblk';
import { hariliburblk, ralat } from './ralat';
import { kunjungan } from './kunjungan';
import { riwayatkunjungan } from './riwayatkunjungan';
import { gabungkan } from './gabungkan';
import { kendala } from './kendala';
import { kendalaPetugas } from './kendala-petugas';
import { kendalabalas } from './kendalabalas';
import { kendalacatat } from './kendalacatat';
import { kendalajawab } from './kendalajawab';
import { kendalatutup } from './kendalatutup';
import { jadwal } from './jadwal';
import { rencana } from './rencana';
import { jadwalubah } from './jadwalubah';
import { jadwalkembali } from './jadwalkembali';
import { lulusan } from './lulusan';
import { libur } from './libur';
import { batallibur } from './batallibur';
import { tugas } from './tugas';
import { rekap } from './rekap';
import { balas } from './balas';
import { tangani } from './tangani';
import { selesai } from './selesai';
import { perpendek } from './perpendek';
import { petugas } from './petugas';
import { sistem } from './sistem';
import { wilayah } from './wilayah';
import { cabut } from './cabut';
import { bantuan } from './bantuan';
import { gabung } from './gabung';
import { lapor } from './lapor';
import { laporUntuk } from './lapor-untuk';
import { isinihil } from './isinihil';
import { nihil } from './nihil';
import { nihilUntuk } from './nihil-untuk';
import { perbaiki } from './perbaiki';
import { periksa } from './periksa';
import { laporbuka, laporkembali, laportolak } from './review-notes';
import { langkah } from './langkah';
import { langkahcatat } from './langkahcatat';
import { langkahkembali } from './langkahkembali';
import { langkahselesai } from './langkahselesai';
import { progres } from './progres';
import { progresPetugas } from './progres-petugas';
import { privasi } from './privasi';
import { dataku } from './dataku';
import { hapusdata } from './hapusdata';
import { riwayat } from './riwayat';
import { sapaan } from './sapaan';
import { saya } from './saya';
import { nomor } from './nomor';
import { start } from './start';
import { status } from './status';
import { undang } from './undang';
import { hubungkan } from './hubungkan';
import { pengaturan } from './pengaturan';
import { atur } from './atur';
import { tambahhari } from './tambahhari';
import { hapushari } from './hapushari';
import { awalbulan } from './awalbulan';
import { ubahlangkah } from './ubahlangkah';
import { tambahlangkah } from './tambahlangkah';
import { tambahtahap } from './tambahtahap';
import { namatahap } from './namatahap';
import { susundaftar } from './susundaftar';

/** Everything people can say to the bot, in the order of /bantuan. */
export const scenes: readonly Scene[] = [
  lapor,
  nihil,
  isinihil,
  progresPetugas,
  progres,
  kendala,
  jadwal,
  libur,
  riwayat,
  status,
  profil,
  tugas,
  periksa,
  laporUntuk,
  nihilUntuk,
  kendalaPetugas,
  rekap,
  kunjungan,
  umumkan,
  blk,
  undang,
  hubungkan,
  pengaturan,
  petugas,
  sistem,
  info,
  saya,
  privasi,
  dataku,
  hapusdata,
  bantuan,
  start,
  gabung,
  sapaan,
  umumkanbaru,
  umumkanteks,
  dibaca,
  nomor,
  balas,
  rencana,
  jadwalubah,
  jadwalkembali,
  lulusan,
  tangani,
  selesai,
  perpendek,
  perbaiki,
  laporkembali,
  laportolak,
  laporbuka,
  kendalacatat,
  kendalajawab,
  kendalabalas,
  kendalatutup,
  langkah,
  langkahselesai,
  langkahkembali,
  langkahcatat,
  wilayah,
  cabut,
  tambahblk,
  ubahblk,
  nomorblk,
  impor,
  simpanimpor,
  contohimpor,
  gabungkan,
  riwayatkunjungan,
  rincian,
  alat,
  terimabantuan,
  instruktur,
  alihkan,
  hariliburblk,
  ralat,
  atur,
  tambahhari,
  hapushari,
  awalbulan,
  ubahlangkah,
  tambahlangkah,
  tambahtahap,
  namatahap,
  susundaftar,
  batallibur,
  minat,
  peminat,
  kontak,
  poster,
];
