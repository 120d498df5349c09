import { linkCode } from '../domain/deep-link';
import { type Institution, shortName } from '../domain/institution';
import { kindIn, kindLabel } from '../domain/institution-words';
import type { World } from '../ports';
import type { Poster } from '../ports/posters';

type Legible = (words: string) => string;

/** The name, trade and place in letters that can be drawn; what nothing is left of is not named. */
function described(
  { name, kind, trade, village = '', district, regency }: Institution,
  legible: Legible,
): Pick<Poster, 'title' | 'lines'> {
  const [work, part] = [legible(trade), legible(district)];
  const place = [legible(village), part && `Kec. ${part}`, legible(regency)];
  return {
    title: tells(legible(shortName({ name }))) ? legible(name) : kindLabel(kind),
    lines: [work && `Kejuruan: ${work}`, place.filter((one) => one !== '').join(', ')].filter(
      (line) => line !== '',
    ),
  };
}

/** Whether a name says anything beside that it is a BLK; of one made of emoji alone that is all there is left. */
const tells = (left: string): boolean => /[\p{L}\p{N}]/u.test(left) && !isKind(left);

const isKind = (words: string): boolean => kindIn(words) !== undefined;

/** What stands on the poster of an institution. */
export const publicPoster = (
  institution: Institution,
  { link, office, posters }: Pick<World, 'link' | 'office' | 'posters'>,
): Poster => ({
  ...described(institution, (words) => posters.legible(words)),
  invitation: 'Pindai dengan kamera ponsel untuk melihat jadwal pelatihan dan cara mendaftar',
  link: link(linkCode('info', institution.id)),
  footer: `Dibuka lewat Telegram. Dikelola oleh ${office}. Kami tidak pernah meminta NIK, kode OTP, atau uang.`,
});
