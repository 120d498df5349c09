import { dayAt } from '../domain/day';
import type { Institution } from '../domain/institution';
import { type Html, bold, html } from '../html';
import type { World } from '../ports';

/** What waits for an officer beside the tasks: reports to be looked at, obstacles that are open, plans to be approved. */
export async function waitingLines(
  institutions: readonly Pick<Institution, 'id'>[],
  world: World,
  now: Date,
): Promise<readonly Html[]> {
  const ids = institutions.map(({ id }) => id);
  const [{ total }, obstacles, plans] = await Promise.all([
    world.reviews.waiting(ids, { skip: 0, limit: 1 }),
    world.obstacles.open(ids),
    world.courses.waiting(ids, dayAt(now, world.zone)),
  ]);
  const untaken = obstacles.filter(({ handledBy }) => handledBy === undefined).length;
  const free = untaken === 0 ? '' : `, ${untaken} belum ada yang menangani`;
  return [
    ...(total === 0 ? [] : [html`Laporan menunggu diperiksa: ${bold(total)}, lihat /periksa`]),
    ...(obstacles.length === 0
      ? []
      : [html`Kendala terbuka: ${bold(obstacles.length)}${free}, lihat /kendala`]),
    ...(plans === 0
      ? []
      : [html`Rencana pelatihan menunggu persetujuan: ${bold(plans)}, lihat /jadwal`]),
  ];
}
