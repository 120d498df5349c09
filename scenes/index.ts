import type { Scene } from '../src/scene';
import { bantuan } from './bantuan';
import { gabung } from './gabung';
import { lapor } from './lapor';
import { nihil } from './nihil';
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
  riwayat,
  status,
  undang,
  saya,
  bantuan,
  start,
  gabung,
  sapaan,
];
