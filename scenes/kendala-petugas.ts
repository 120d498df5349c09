import { contactWords } from '../src/board/contact-words';
import { nameOf } from '../src/board/name-of';
import { type Hindered, obstacleAbout, tellTaken } from '../src/board/obstacle-messages';
import { daysOpen, obstacleWords } from '../src/board/obstacle-words';
import { labelsOf } from '../src/domain/institution-labels';
import { obstacleLabel } from '../src/domain/obstacle';
import { bold, html, italic, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import type { Obstacle } from '../src/ports/obstacles';
import { defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { institutionsOfOffice } from './institution-in-reach';
import { findObstacle, obstacleNotThere, officeReach } from './obstacle-in-reach';

const perPage = 5;

/** What keeps the centres of the office from being active: who takes care of what, oldest first. */
export const kendalaPetugas = defineView({
  command: 'kendala',
  about: 'Kendala BLK',
  for: ['officer'],
  show: (ask, world, visitor) => {
    const page = /^(?:h(\d{1,4}))?$/u.exec(ask);
    if (page) return list(Number(page[1] ?? 0), world, visitor);
    const [id = '', does = ''] = ask.split('.');
    if (does === 'a') return take(id, undefined, world, visitor);
    const from = /^t([0-9A-Z]{1,20})$/u.exec(does)?.[1];
    return from === undefined ? one(id, world, visitor) : take(id, from, world, visitor);
  },
});

async function list(page: number, world: World, visitor: Visitor): Promise<Card> {
  const institutions = await institutionsOfOffice(world, visitor);
  const named = labelsOf(institutions);
  const all = await world.obstacles.open([...named.keys()]);
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const at = Math.min(page, pages - 1);
  const shown = all.slice(at * perPage, (at + 1) * perPage);
  const nameIn = ({ institution }: Obstacle) => named.get(institution) ?? 'BLK';
  const states = await Promise.all(shown.map((each) => stateOf(each, world, visitor)));
  return {
    text: lines(
      html`${bold('Kendala terbuka')} · ${all.length}`,
      all.length === 0 ? 'Tidak ada kendala terbuka.' : '',
      ...shown.map((each, n) => `${at * perPage + n + 1}. ${nameIn(each)}: ${states[n] ?? ''}`),
    ),
    buttons: [
      ...shown.map((each) => [
        { label: `${nameIn(each)}: ${obstacleLabel(each.kind)}`, data: opens('kendala', each.id) },
      ]),
      ...turning((at + 1) % pages, pages),
      [{ label: 'Catat kendala atas nama BLK', data: opens('kendalacatat') }],
    ],
  };
}

const turning = (next: number, pages: number): readonly (readonly Button[])[] =>
  pages === 1
    ? []
    : [[{ label: `Halaman ${next + 1} dari ${pages}`, data: opens('kendala', `h${next}`) }]];

async function stateOf(obstacle: Obstacle, world: World, { now }: Visitor): Promise<string> {
  const { handledBy, kind } = obstacle;
  const who = handledBy
    ? `ditangani ${await nameOf(handledBy, world, 'petugas')}`
    : 'belum ada yang menangani';
  return `${obstacleLabel(kind)}, ${daysOpen(obstacle, now)} hari, ${who}`;
}

async function one(id: string, world: World, visitor: Visitor, first?: string): Promise<Card> {
  const found = await findObstacle(id, officeReach(visitor), world, visitor);
  if (!found) return { text: plain(obstacleNotThere) };
  const people = await world.people.of(found.institution.id);
  return {
    text: lines(
      ...(first === undefined ? [] : [italic(first), '']),
      await obstacleWords(found, world, visitor),
      '',
      contactWords(people, found.institution),
    ),
    buttons: [...buttonsFor(found, visitor), [{ label: 'Semua kendala', data: opens('kendala') }]],
  };
}

/** Who takes care of it answers and closes; others may take it, also from a colleague who is away. */
function buttonsFor({ obstacle }: Hindered, { person }: Visitor): readonly (readonly Button[])[] {
  const { id, handledBy, closedAt } = obstacle;
  if (closedAt) return [];
  if (handledBy === undefined)
    return [[{ label: 'Saya tangani', data: opens('kendala', `${id}.a`) }]];
  if (handledBy !== person?.id)
    return [[{ label: 'Ambil alih', data: opens('kendala', `${id}.t${handledBy}`) }]];
  return [
    [
      { label: 'Balas', data: opens('kendalajawab', id) },
      { label: 'Selesai', data: opens('kendalatutup', id) },
    ],
  ];
}

/** Takes an obstacle, from nobody or from the colleague the button names; one of several officers wins. */
async function take(
  id: string,
  from: string | undefined,
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const found = await findObstacle(id, officeReach(visitor), world, visitor);
  if (!found) return { text: plain(obstacleNotThere) };
  const by = visitor.person?.id ?? '';
  if (!(await world.obstacles.handle(id, by, visitor.now, from)))
    return one(id, world, visitor, 'Kendala ini sudah ditangani petugas lain atau sudah ditutup.');
  await world.audit.note({
    id: `took:${id}:${by}:${from ?? ''}`,
    who: by,
    did: 'took',
    what: `obstacle ${id}`,
    at: visitor.now,
  });
  await world.outbox.cancel(obstacleAbout(id), 'dibatalkan: sudah ditangani', visitor.now);
  await world.outbox.put(await tellTaken(found, by, visitor.now, world));
  return one(id, world, visitor, 'Baik, kendala ini Anda tangani. Pengelola sudah kami beri tahu.');
}
