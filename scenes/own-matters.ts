import { shortDay } from '../src/domain/indonesian-dates';
import type { Institution } from '../src/domain/institution';
import { leaveReasonLabel } from '../src/domain/leave';
import { obstacleLabel } from '../src/domain/obstacle';
import { type Html, html } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button } from '../src/talk';

/** What a centre has told the office and still holds: its open obstacles and its leaves, with what ends a leave. */
export interface OwnMatters {
  readonly lines: readonly Html[];
  readonly buttons: readonly (readonly Button[])[];
}

/** Gathers what still holds of one's own institution. */
export async function ownMatters(
  { id }: Institution,
  world: World,
  { today }: Visitor,
): Promise<OwnMatters> {
  const [obstacles, leaves] = await Promise.all([world.obstacles.open([id]), world.leaves.of(id)]);
  const holding = leaves.filter(({ to }) => to >= today);
  return {
    lines: [
      ...obstacles.map(
        ({ kind, handledBy }) =>
          html`Kendala: ${obstacleLabel(kind)},
          ${handledBy === undefined ? 'sudah diteruskan ke petugas' : 'sedang ditangani petugas'}`,
      ),
      ...holding.map(
        ({ from, to, reason }) =>
          html`Libur: ${shortDay(from)} sampai ${shortDay(to)} (${leaveReasonLabel(reason)})`,
      ),
    ],
    buttons: holding.map((leave) => [
      {
        label: leave.from > today ? 'Batalkan libur' : 'Akhiri libur',
        data: opens('batallibur', leave.id),
      },
    ]),
  };
}
