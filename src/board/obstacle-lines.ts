import type { Institution } from '../domain/institution';
import { obstacleIds, obstacleLabel } from '../domain/obstacle';
import { type Html, bold, html } from '../html';
import type { World } from '../ports';

/** What keeps the centres from being active, added up by kind: what is open, and what was closed since. */
export async function obstacleLines(
  institutions: readonly Institution[],
  world: World,
  since: Date,
): Promise<readonly Html[]> {
  const ids = institutions.map(({ id }) => id);
  const [open, closed] = await Promise.all([
    world.obstacles.open(ids),
    world.obstacles.closedSince(ids, since),
  ]);
  if (open.length + closed.length === 0) return [];
  const centres = new Set(open.map(({ institution }) => institution)).size;
  return [
    html``,
    html`Kendala terbuka: ${bold(open.length)}${open.length === 0 ? '' : ` di ${centres} BLK`}, selesai
    dalam 30 hari terakhir: ${closed.length}`,
    ...obstacleIds
      .map((kind) => ({ kind, count: open.filter((one) => one.kind === kind).length }))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => other.count - one.count)
      .map(({ kind, count }) => html`${obstacleLabel(kind)}: ${count}`),
  ];
}
