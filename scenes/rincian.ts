import { shortDay } from '../src/domain/indonesian-dates';
import { type Institution, shortName } from '../src/domain/institution';
import { type Particular, particularLine } from '../src/domain/particular';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { notInReach, officeInstitution } from './office-institution';

/** What each letter of a button stands for. */
const sorts = { e: 'equipment', a: 'aid', i: 'instructor' } as const;
type Letter = keyof typeof sorts;

const words = {
  equipment: { title: 'Peralatan', none: 'Belum ada peralatan yang dicatat.' },
  aid: { title: 'Bantuan yang diterima', none: 'Belum ada bantuan yang dicatat.' },
  instructor: {
    title: 'Instruktur',
    none: 'Belum ada instruktur yang dicatat.',
  },
} as const;

const formOf = { equipment: 'alat', aid: 'terimabantuan', instructor: 'instruktur' } as const;
const mostListed = 15;

/** What is kept about an institution: `e`, `a` or `i` and its id lists, `x` and a row's id removes. */
export const rincian = defineView({
  command: 'rincian',
  about: 'Rincian BLK',
  unlisted: true,
  for: ['officer'],
  show: async (ask, world, visitor) => {
    const verb = ask.charAt(0);
    const rest = ask.slice(1);
    if (verb === 'x') return remove(rest, world, visitor);
    const institution = await officeInstitution(rest, world, visitor);
    if (!institution || !Object.hasOwn(sorts, verb)) return { text: plain(notInReach) };
    return listed(institution, verb as Letter, world);
  },
});

async function listed(institution: Institution, letter: Letter, world: World): Promise<Card> {
  const sort = sorts[letter];
  const all = await world.particulars.of([institution.id]);
  const shown = all.filter((one) => one.sort === sort).slice(0, mostListed);
  return {
    text: lines(
      html`${bold(words[sort].title)} · ${shortName(institution)}`,
      ...(shown.length === 0
        ? [words[sort].none]
        : shown.map((one, n) => html`${n + 1}. ${particularLine(one, shortDay)}`)),
    ),
    buttons: [
      ...pairs(
        shown.map((one, n) => ({
          label: `Hapus nomor ${n + 1}`,
          data: opens('rincian', `x${one.id}`),
        })),
      ),
      [{ label: 'Tambah', data: opens(formOf[sort], institution.id) }],
      [{ label: 'Kembali', data: opens('blk', institution.id) }],
    ],
  };
}

const pairs = (buttons: readonly Button[]): readonly (readonly Button[])[] =>
  Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) =>
    buttons.slice(row * 2, row * 2 + 2),
  );

/** Removes a row that lies within the officer's scope, and shows what is left. */
async function remove(id: string, world: World, visitor: Visitor): Promise<Card> {
  const one = await world.particulars.one(id);
  const institution = one && (await officeInstitution(one.institution, world, visitor));
  if (!one || !institution) return { text: plain(notInReach) };
  if (one.sort === 'instructor') await world.expiries.forget(one.id);
  await world.particulars.remove(one.id, one.institution);
  return listed(institution, letterOf(one), world);
}

const letterOf = ({ sort }: Particular): Letter =>
  sort === 'instructor' ? 'i' : sort === 'aid' ? 'a' : 'e';
