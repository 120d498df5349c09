import { waitingLines, waitingWords } from '../src/board/waiting-lines';
import { type Html, bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import type { Task } from '../src/ports/follow-ups';
import { defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { institutionsOfOffice } from './institution-in-reach';
import { type OpenTask, openTasks, taskItem } from './task-items';

const perPage = 5;

/** What this officer is to do: whom to call, whom to follow up, oldest first; `d` ticks a task off, `u` takes it back. */
export const tugas = defineView({
  command: 'tugas',
  about: 'Daftar tugas',
  for: ['officer'],
  show: async (ask, world, visitor) => {
    const [, verb = '', id = ''] = /^([du])(.+)$/su.exec(ask) ?? [];
    if (verb === 'd') return list(0, world, visitor, await finish(id, world, visitor));
    if (verb === 'u') return list(0, world, visitor, await takeBack(id, world, visitor));
    const page = /^h(\d{1,4})$/u.exec(ask)?.[1];
    return list(Number(page ?? 0), world, visitor);
  },
});

/** What was just done, said above the list, with what takes it back. */
interface News {
  readonly words: Html;
  readonly button?: Button;
}

async function list(page: number, world: World, visitor: Visitor, news?: News): Promise<Card> {
  const institutions = await institutionsOfOffice(world, visitor);
  const [open, waiting] = await Promise.all([
    openTasks(institutions, world, visitor.now),
    waitingLines(institutions, world, visitor.now),
  ]);
  const told = news ? [news.words, ''] : [];
  const undoing = news?.button ? [[news.button]] : [];
  if (open.length + waiting.length === 0)
    return { text: lines(...told, nothing), buttons: undoing };
  const pages = Math.max(1, Math.ceil(open.length / perPage));
  const at = Math.min(page, pages - 1);
  const items = await itemsOn(at, open, world);
  return {
    text: lines(
      ...told,
      html`${bold('Tugas terbuka')} · ${open.length}`,
      ...waiting.map((one) => waitingWords(one, true)),
      '',
      ...items.map(({ words }) => words),
    ),
    buttons: [
      ...undoing,
      ...items.map(({ buttons }) => buttons),
      ...turning(at, pages),
      [{ label: 'Rekap', data: opens('rekap') }],
    ],
  };
}

const itemsOn = (page: number, open: readonly OpenTask[], world: World) =>
  Promise.all(
    open
      .slice(page * perPage, (page + 1) * perPage)
      .map((one, n) => taskItem(one, page * perPage + n + 1, world)),
  );

const nothing = 'Tidak ada tugas terbuka. Terima kasih atas pendampingannya.';

function turning(page: number, pages: number): readonly (readonly Button[])[] {
  if (pages === 1) return [];
  const next = (page + 1) % pages;
  return [[{ label: `Halaman ${next + 1} dari ${pages}`, data: opens('tugas', `h${next}`) }]];
}

/** A task within the officer's scope. */
async function taskOf(id: string, world: World, { reach }: Visitor): Promise<Task | undefined> {
  const task = await world.tasks.one(id);
  const institution =
    task && (await world.institutions.one(task.institution, { ...reach, institutions: [] }));
  return institution && task;
}

/** Ticks a task off, and says which. */
async function finish(id: string, world: World, visitor: Visitor): Promise<News> {
  const task = await taskOf(id, world, visitor);
  if (!task) return { words: plain(notYours) };
  const done = await world.tasks.done(task.id, visitor.person?.id ?? '', visitor.now);
  return done
    ? {
        words: html`✅ Selesai: ${task.why}`,
        button: { label: 'Batalkan', data: opens('tugas', `u${task.id}`) },
      }
    : { words: html`Terima kasih, tugas ini sudah lebih dulu selesai: ${task.why}` };
}

/** Puts a task back on the list that the same officer ticked off. */
async function takeBack(id: string, world: World, visitor: Visitor): Promise<News> {
  const task = await taskOf(id, world, visitor);
  if (!task) return { words: plain(notYours) };
  const isBack = await world.tasks.undo(task.id, visitor.person?.id ?? '');
  return {
    words: isBack
      ? html`Tugas ini terbuka lagi: ${task.why}`
      : html`Tugas ini tidak berubah: ${task.why}`,
  };
}

const notYours = 'Mohon maaf, tugas itu tidak ditemukan atau di luar wilayah Anda.';
