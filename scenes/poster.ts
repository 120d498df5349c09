import { publicPoster } from '../src/board/public-poster';
import { type Institution, isCalled, shortName } from '../src/domain/institution';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { officeInstitution } from './office-institution';
import { institutionsOf } from './own-institution';

/** A sheet for the wall of an institution, with a code that opens its page for the public. */
export const poster = defineView({
  command: 'poster',
  about: 'Poster QR untuk ditempel',
  unlisted: true,
  for: ['manager', 'officer'],
  show: async (ask, world, visitor) => {
    const own = await institutionsOf(world, visitor);
    const institution =
      own.find((one) => isCalled(one, ask)) ??
      (ask === '' ? own[0] : await officeInstitution(ask, world, visitor));
    if (!institution || institution.archivedAt) return { text: plain(noPoster) };
    return drawn(institution, world, visitor);
  },
});

const noPoster =
  'Mohon maaf, poster itu belum dapat dibuat. Silakan pilih lembaganya dari /profil atau /blk.';

async function drawn(institution: Institution, world: World, visitor: Visitor): Promise<Card> {
  const { id } = institution;
  const png = await world.posters.draw(publicPoster(institution, world));
  const isOwn = (await institutionsOf(world, visitor)).some((one) => one.id === id);
  return {
    text: lines(
      html`Poster ${bold(shortName(institution))} ada di bawah ini, siap dicetak di kertas A4.`,
      'Tempelkan di tempat yang mudah dilihat. Siapa pun yang memindainya sampai ke halaman lembaga ini di bot.',
    ),
    buttons: [
      [
        {
          label: isOwn ? 'Kembali ke profil' : 'Kembali',
          data: opens(isOwn ? 'profil' : 'blk', id),
        },
      ],
    ],
    file: { name: `poster-${id}.png`, base64: Buffer.from(png).toString('base64') },
  };
}
