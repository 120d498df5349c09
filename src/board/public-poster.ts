import { linkCode } from '../domain/deep-link';
import type { Institution } from '../domain/institution';
import type { World } from '../ports';
import type { Poster } from '../ports/posters';
import { placeWords } from './public-words';

/** What stands on the poster of an institution. */
export const publicPoster = (
  institution: Institution,
  { link, office }: Pick<World, 'link' | 'office'>,
): Poster => ({
  title: institution.name,
  lines: [`Kejuruan: ${institution.trade}`, placeWords(institution)],
  invitation: 'Pindai dengan kamera ponsel untuk melihat jadwal pelatihan dan cara mendaftar',
  link: link(linkCode('info', institution.id)),
  footer: `Dibuka lewat Telegram. Dikelola oleh ${office}. Kami tidak pernah meminta NIK, kode OTP, atau uang.`,
});
