import { contactWords } from '../src/board/contact-words';
import { openWork } from '../src/board/open-work';
import { waitingLines } from '../src/board/waiting-lines';
import { longDay } from '../src/domain/indonesian-dates';
import { handledUntil } from '../src/domain/escalation';
import type { Institution } from '../src/domain/institution';
import { labelsOf } from '../src/domain/institution-labels';
import { officerStatusLabel } from '../src/domain/status-label';
import { type Html, bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import type { KeptIncident } from '../src/ports/follow-ups';
import { defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { institutionsOfOffice } from './institution-in-reach';

const perPage = 5;

/** What this officer is to do: whom to call, whom to follow up, oldest first. */
export const tugas = defineView({
  command: 'tugas',
  about: 'Daftar tugas',
  for: ['officer'],
  show: async (ask, world, visitor) => {
    const done = /^d(.+)$/su.exec(ask)?.[1];
    if (done !== undefined) await finish(done, world, visitor);
    const page = /^h(\d{1,4})$/u.exec(ask)?.[1];
    return list(Number(page ?? 0), world, visitor);
  },
});

interface Item {
  readonly institution: string;
  readonly words: string;
  readonly button: Button;
}

async function list(page: number, world: World, visitor: Visitor): Promise<Card> {
  const institutions = await institutionsOfOffice(world, visitor);
  const [items, waiting] = await Promise.all([
    itemsFor(institutions, world),
    waitingLines(institutions, world, visitor.now),
  ]);
  if (items.length + waiting.length === 0)
    return { text: plain('Tidak ada tugas terbuka. Terima kasih atas pendampingannya.') };
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const next = (page + 1) % pages;
  const shown = items.slice(page * perPage, (page + 1) * perPage);
  return {
    text: lines(
      html`${bold('Tugas terbuka')} · ${items.length}`,
      ...waiting,
      '',
      ...(await Promise.all(shown.map((item, n) => words(item, page * perPage + n + 1, world)))),
    ),
    buttons: [
      ...shown.map(({ button }) => [button]),
      ...(pages === 1
        ? []
        : [[{ label: `Halaman ${next + 1} dari ${pages}`, data: opens('tugas', `h${next}`) }]]),
      [{ label: 'Rekap', data: opens('rekap') }],
    ],
  };
}

/** What is to be done, and whom to call about it. */
async function words(item: Item, number: number, world: World): Promise<Html> {
  const contacts = await world.people.of(item.institution);
  return lines(`${number}. ${item.words}`, contactWords(contacts));
}

/** Incidents first, then calls; each with the button that acts on it. */
async function itemsFor(
  institutions: readonly Institution[],
  world: World,
): Promise<readonly Item[]> {
  const ids = institutions.map(({ id }) => id);
  const labels = labelsOf(institutions);
  const nameIn = (id: string) => labels.get(id) ?? 'BLK';
  const { incidents, tasks } = await openWork(ids, world);
  return [
    ...incidents.map((one) => incidentItem(one, nameIn(one.institution))),
    ...tasks.map((task) => ({
      institution: task.institution,
      words: task.why,
      button: {
        label: `Sudah: ${nameIn(task.institution)}`,
        data: opens('tugas', `d${task.id}`),
      },
    })),
  ];
}

function incidentItem(incident: KeptIncident, name: string): Item {
  const { id, institution, status } = incident;
  const until = handledUntil(incident);
  const held = until ? `, ditangani sampai ${longDay(until)}` : '';
  return {
    institution,
    words: `${name}: ${officerStatusLabel(status).toLowerCase()}${held}`,
    button: until
      ? { label: `Selesai: ${name}`, data: opens('selesai', id) }
      : { label: `Tangani: ${name}`, data: opens('tangani', id) },
  };
}

/** Ticks a task off, if it is within the officer's scope. */
async function finish(id: string, world: World, { reach, person, now }: Visitor): Promise<void> {
  const task = await world.tasks.one(id);
  const institution =
    task && (await world.institutions.one(task.institution, { ...reach, institutions: [] }));
  if (institution) await world.tasks.done(task.id, person?.id ?? '', now);
}
