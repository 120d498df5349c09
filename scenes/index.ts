import type { Scene } from '../src/scene';
import { kendala } from './kendala';
import { libur } from './libur';
import { tugas } from './tugas';
import { rekap } from './rekap';
import { balas } from './balas';
import { tangani } from './tangani';
import { selesai } from './selesai';
import { perpendek } from './perpendek';
import { bantuan } from './bantuan';
import { gabung } from './gabung';
import { lapor } from './lapor';
import { nihil } from './nihil';
import { privasi } from './privasi';
import { riwayat } from './riwayat';
import { sapaan } from './sapaan';
import { saya } from './saya';
import { start } from './start';
import { status } from './status';
import { undang } from './undang';

/** Everything people can say to the bot, in the order of /bantuan. */
export const scenes: readonly Scene[] = [
  lapor,
  nihil,
  kendala,
  libur,
  riwayat,
  status,
  tugas,
  rekap,
  undang,
  saya,
  privasi,
  bantuan,
  start,
  gabung,
  sapaan,
  balas,
  tangani,
  selesai,
  perpendek,
];
