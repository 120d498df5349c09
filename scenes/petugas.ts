import { shortDay } from '../src/domain/indonesian-dates';
import { dayAt } from '../src/domain/day';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { type StaffFacts, grantWords, staffAsk, staffGrants, staffNamed } from './staff-facts';

const perPage = 8;

/** Who works for the office, what they look after, and where that is changed. */
export const petugas = defineView({
  command: 'petugas',
  about: 'Petugas dan kepala: peran dan wilayah',
  for: ['admin'],
  show: async (ask, world, visitor) => {
    const page = /^h(\d{1,3})$/u.exec(ask)?.[1];
    if (ask === '' || page !== undefined) return list(Number(page ?? 0), world);
    const named = await staffNamed(world, visitor, ask);
    return named.ok ? one(named.value, visitor) : { text: plain(named.why) };
  },
});

async function list(page: number, world: World): Promise<Card> {
  const people = await world.people.staff();
  const all = people.flatMap((person) => staffGrants(person).map((grant) => ({ person, grant })));
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const at = Math.min(page, pages - 1);
  const shown = all.slice(at * perPage, (at + 1) * perPage);
  const next = (at + 1) % pages;
  return {
    text: lines(
      html`${bold('Petugas dan kepala')} · ${all.length}`,
      '',
      ...shown.map(({ person, grant }) => html`${bold(person.name)}: ${grantWords(grant)}`),
      ...(all.length === 0 ? ['Belum ada petugas. Silakan undang lewat /undang.'] : []),
    ),
    buttons: [
      ...shown.map((facts) => [
        { label: facts.person.name, data: opens('petugas', staffAsk(facts)) },
      ]),
      ...(pages === 1
        ? []
        : [[{ label: `Halaman ${next + 1} dari ${pages}`, data: opens('petugas', `h${next}`) }]]),
      [{ label: 'Undang petugas', data: opens('undang') }],
    ],
  };
}

function one(facts: StaffFacts, { zone }: Visitor): Card {
  const { person, grant } = facts;
  const ask = staffAsk(facts);
  return {
    text: lines(
      bold(person.name),
      html`Peran: ${bold(grantWords(grant))}`,
      html`Sejak: ${bold(shortDay(dayAt(grant.since, zone)))}`,
    ),
    buttons: [
      [{ label: 'Ubah wilayah', data: opens('wilayah', ask) }],
      [{ label: 'Cabut peran', data: opens('cabut', ask) }],
      [{ label: 'Kembali ke daftar', data: opens('petugas') }],
    ],
  };
}
