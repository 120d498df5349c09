import { activityWords } from '../src/board/silence-words';
import { standingOf } from '../src/board/standing-of';
import { dayAt } from '../src/domain/day';
import { type Institution, shortName } from '../src/domain/institution';
import { managerStatusLabel } from '../src/domain/status-label';
import { type Html, bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import { institutionsOf, whyNoInstitution } from './own-institution';
import { ownMatters } from './own-matters';

/** How one's own institution is doing, in kind words. */
export const status = defineView({
  command: 'status',
  about: 'Status BLK saya',
  for: ['manager'],
  show: async (_ask, world, visitor) => {
    const institutions = await institutionsOf(world, visitor);
    if (institutions.length === 0) return { text: plain(await whyNoInstitution(world, visitor)) };
    const each = await Promise.all(institutions.map((one) => standing(one, world, visitor)));
    const matters = await Promise.all(institutions.map((one) => ownMatters(one, world, visitor)));
    return {
      text: lines(
        ...each.flatMap((part, n) => [
          ...(n === 0 ? [] : ['']),
          part,
          ...(matters[n]?.lines ?? []),
        ]),
      ),
      buttons: [
        ...matters.flatMap(({ buttons }) => buttons),
        [{ label: 'Lapor kegiatan', data: opens('lapor') }],
        [{ label: 'Riwayat laporan', data: opens('riwayat') }],
      ],
    };
  },
});

async function standing(institution: Institution, world: World, visitor: Visitor): Promise<Html> {
  const { reading } = await standingOf(institution, world, visitor.now);
  const { total } = await world.reports.history([institution.id], { skip: 0, limit: 1 });
  const { lastActivityOn } = reading;
  return lines(
    bold(`BLK ${shortName(institution)}`),
    html`Status: ${bold(managerStatusLabel(reading.status))}`,
    html`Kegiatan terakhir: ${bold(lastActivityOn ? activityWords({ reading }, dayAt(visitor.now, institution.zone)) : 'belum ada kegiatan')}`,
    html`Laporan yang sudah kami terima: ${bold(total)}`,
    encouragement(lastActivityOn !== undefined && reading.status !== 'no-word'),
  );
}

const encouragement = (isHeardOf: boolean) =>
  isHeardOf
    ? 'Terima kasih atas kabarnya. Bila ada kegiatan baru, kami senang menerimanya.'
    : 'Bila ada kegiatan, atau ada kendala, kami senang menerima kabarnya.';
