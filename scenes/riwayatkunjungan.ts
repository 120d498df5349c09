import { looksLikeFormId } from '../src/domain/form-id';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { type Institution, shortName } from '../src/domain/institution';
import { type Visit, conditionLabel, confirmationLabel, mannerLabel } from '../src/domain/visit';
import { bold, html, italic, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { notInReach, officeInstitution } from './office-institution';
import { isolated } from '../src/domain/isolated';

const perPage = 6;

/** The visits to an institution: `id` or `id.2` is a page of the list, a visit's id opens it, `.foto` with photos. */
export const riwayatkunjungan = defineView({
  command: 'riwayatkunjungan',
  about: 'Riwayat kunjungan',
  unlisted: true,
  for: ['officer'],
  show: async (ask, world, visitor) => {
    const [id = '', more = ''] = ask.split('.');
    if (looksLikeFormId(id)) return one(id, more === 'foto', world, visitor);
    const institution = await officeInstitution(id, world, visitor);
    if (!institution) return { text: plain(notInReach) };
    return list(institution, /^\d{1,4}$/u.test(more) ? Number(more) : 0, world);
  },
});

async function list(institution: Institution, page: number, world: World): Promise<Card> {
  const { id } = institution;
  const skip = page * perPage;
  const { visits, total } = await world.visits.of(id, { skip, limit: perPage });
  return {
    text: lines(
      html`${bold('Riwayat kunjungan')} · ${shortName(institution)}`,
      total === 0 ? 'Belum ada kunjungan yang dicatat.' : `${total} kunjungan, terbaru di atas.`,
    ),
    buttons: [
      ...visits.map((visit) => [
        {
          label: `${shortDay(visit.on)} · ${mannerLabel(visit.manner)}`,
          data: opens('riwayatkunjungan', visit.id),
        },
      ]),
      turning(id, page, total > skip + perPage),
      [
        { label: 'Catat kunjungan', data: opens('kunjungan', id) },
        { label: 'Kembali', data: opens('blk', id) },
      ],
    ].filter(({ length }) => length > 0),
  };
}

function turning(id: string, page: number, further: boolean): readonly Button[] {
  const to = (label: string, other: number) => ({
    label,
    data: opens('riwayatkunjungan', `${id}.${other}`),
  });
  return [
    ...(page > 0 ? [to('‹ Lebih baru', page - 1)] : []),
    ...(further ? [to('Lebih lama ›', page + 1)] : []),
  ];
}

async function one(id: string, withPhotos: boolean, world: World, visitor: Visitor): Promise<Card> {
  const visit = await world.visits.one(id);
  const institution = visit && (await officeInstitution(visit.institution, world, visitor));
  if (!visit || !institution) return { text: plain(notInReach) };
  const officer = await world.people.byId(visit.by);
  return {
    text: lines(
      html`${bold(mannerLabel(visit.manner))} · ${shortName(institution)}`,
      ...facts(visit),
      '',
      italic(`Dicatat oleh ${isolated(officer?.name ?? 'petugas')}`),
    ),
    buttons: [
      ...photosButton(visit),
      [{ label: 'Kembali ke daftar', data: opens('riwayatkunjungan', institution.id) }],
    ],
    ...(withPhotos && { photos: visit.photos }),
  };
}

const facts = ({ on, findings, equipment, confirms, followUps }: Visit) => [
  longDay(on),
  '',
  findings,
  '',
  equipment && html`Peralatan: ${bold(conditionLabel(equipment))}`,
  html`Kesimpulan: ${bold(confirmationLabel(confirms))}`,
  ...followUps.map(({ what, dueOn }) => html`📌 ${what}, sampai ${shortDay(dueOn)}`),
];

const photosButton = ({ id, photos }: Visit): readonly (readonly Button[])[] =>
  photos.length === 0
    ? []
    : [[{ label: `Lihat ${photos.length} foto`, data: opens('riwayatkunjungan', `${id}.foto`) }]];
