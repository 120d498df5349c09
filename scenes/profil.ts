import { type Institution, isCalled } from '../src/domain/institution';
import { bold, lines, plain } from '../src/html';
import type { World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { describing, particularLines } from './institution-card';
import { institutionChoices } from './institution-in-reach';
import { institutionsOf, whyNoInstitution } from './own-institution';

/** What is kept of one's own institution; the day of rest and the counts of equipment can be changed here. */
export const profil = defineView({
  command: 'profil',
  about: 'Profil BLK saya',
  for: ['manager'],
  show: async (ask, world, visitor) => {
    const own = await institutionsOf(world, visitor);
    const chosen = own.find((one) => isCalled(one, ask)) ?? (own.length === 1 ? own[0] : undefined);
    if (chosen) return profile(chosen, world);
    return own.length === 0
      ? { text: plain(await whyNoInstitution(world, visitor)) }
      : choosing(own);
  },
});

const choosing = (own: readonly Institution[]): Card => ({
  text: plain('Profil BLK yang mana?'),
  buttons: institutionChoices(own).map(({ label, says }) => [
    { label, data: opens('profil', says) },
  ]),
});

async function profile(institution: Institution, world: World): Promise<Card> {
  const particulars = await world.particulars.of([institution.id]);
  return {
    text: lines(
      bold(institution.name),
      ...describing(institution),
      ...particularLines(particulars),
      '',
      'Hari libur dan peralatan dapat Anda perbarui sendiri. Bila ada data lain yang keliru, silakan beri tahu kami.',
    ),
    buttons: [
      [
        { label: 'Ubah hari libur', data: opens('hariliburblk', institution.id) },
        { label: 'Perbarui peralatan', data: opens('alat', institution.id) },
      ],
      [{ label: 'Ada data yang keliru', data: opens('ralat', institution.id) }],
    ],
  };
}
