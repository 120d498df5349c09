import { type Institution, isCalled, shortName } from '../src/domain/institution';
import { contactWay, publicContactOf } from '../src/domain/public-contact';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { describing, particularLines } from './institution-card';
import { institutionsOf } from './own-institution';

/** What is kept of one's own institution; the day of rest and the counts of equipment can be changed here. */
export const profil = defineView({
  command: 'profil',
  about: 'Profil BLK saya',
  for: ['manager'],
  show: async (said, world, visitor) => {
    const isHiding = said.startsWith(hiding);
    const ask = isHiding ? said.slice(hiding.length) : said;
    const own = await institutionsOf(world, visitor);
    const chosen = own.find((one) => isCalled(one, ask)) ?? (own.length === 1 ? own[0] : undefined);
    if (!chosen) return choosing(own);
    if (isHiding) await hide(chosen, world, visitor);
    return profile(chosen, world, visitor.telegramId);
  },
});

/** Stands before the id of the institution for which somebody is no longer to be named. */
const hiding = '.x';

/** Takes effect at once; a second time changes nothing. */
async function hide({ id }: Institution, world: World, { person, now }: Visitor): Promise<void> {
  if (!person) return;
  await world.people.hideFromPublic(person.id, id);
  await world.audit.note({
    id: `hidden:${person.id}:${id}:${now.toISOString()}`,
    who: person.id,
    did: 'changed',
    what: `${id} no longer names them to the public`,
    at: now,
  });
}

const choosing = (own: readonly Institution[]): Card => ({
  text: lines(
    own.length === 0
      ? 'Akun Anda belum terhubung dengan BLK. Silakan minta undangan kepada petugas dinas.'
      : 'Profil BLK yang mana?',
  ),
  buttons: own.map((one) => [{ label: shortName(one), data: opens('profil', one.id) }]),
});

async function profile(institution: Institution, world: World, telegramId: number): Promise<Card> {
  const [particulars, person] = await Promise.all([
    world.particulars.of([institution.id]),
    world.people.byTelegram(telegramId),
  ]);
  const contact = person && publicContactOf(person, institution.id);
  return {
    text: lines(
      bold(institution.name),
      ...describing(institution),
      ...particularLines(particulars),
      html`Kontak Anda di /info: ${bold(contact ? contactWay(contact) : 'tidak ditampilkan')}`,
      '',
      'Hari libur dan peralatan dapat Anda perbarui sendiri. Bila ada data lain yang keliru, silakan beri tahu kami.',
    ),
    buttons: [
      [
        { label: 'Ubah hari libur', data: opens('hariliburblk', institution.id) },
        { label: 'Perbarui peralatan', data: opens('alat', institution.id) },
      ],
      [{ label: 'Ada data yang keliru', data: opens('ralat', institution.id) }],
      ...toPublic(institution.id, contact !== undefined),
    ],
  };
}

/** What the public sees of the institution, and of whoever runs it. */
const toPublic = (id: string, isShown: boolean): readonly (readonly Button[])[] => [
  [
    isShown
      ? { label: 'Sembunyikan kontak saya', data: opens('profil', `${hiding}${id}`) }
      : { label: 'Tampilkan kontak saya', data: opens('kontak', id) },
  ],
  [
    { label: 'Halaman untuk umum', data: opens('info', id) },
    { label: 'Poster QR', data: opens('poster', id) },
  ],
];
