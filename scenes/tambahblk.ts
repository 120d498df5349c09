import { type Institution, shortName } from '../src/domain/institution';
import { understood } from '../src/domain/reading';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineForm, opens } from '../src/scene';
import { institutionSteps } from './institution-steps';
import { placeFacts } from './place-facts';

const prepare = async (world: World, visitor: Visitor) =>
  understood(await placeFacts(world, visitor));

/** Adds an institution; from then on it is looked after. */
export const tambahblk = defineForm({
  command: 'tambahblk',
  about: 'Tambah BLK atau LPK',
  title: 'Tambah BLK/LPK',
  unlisted: true,
  for: ['officer'],
  send: 'Simpan',
  prepare,
  steps: institutionSteps,

  async finish({ id, answers, facts, visitor, world }) {
    const { village, ...described } = answers;
    const added = await world.institutions.add(
      {
        ...described,
        ...(village !== undefined && { village }),
        zone: facts.zoneOf(answers.regency),
      },
      id,
      visitor.now,
    );
    const { institution } = added;
    if (added.is === 'there')
      return { text: alreadyThere(institution), buttons: look(institution) };
    await world.audit.note({
      id: `added:${id}`,
      who: visitor.person?.id ?? '',
      did: 'added',
      what: institution.id,
      at: visitor.now,
    });
    return {
      text: lines(
        html`${bold(institution.name)} sudah tersimpan.`,
        'Agar lembaga ini dapat melapor, silakan undang pengelolanya.',
      ),
      buttons: [[{ label: 'Undang pengelola', data: opens('undang') }], ...look(institution)],
    };
  },
});

/** Says that a place is taken, without adding anything. */
export const alreadyThere = ({ name, district, archivedAt }: Institution) =>
  lines(
    html`${bold(name)} di Kecamatan ${district} sudah terdaftar${archivedAt ? ', dan sudah diarsipkan' : ''}.`,
    'Tidak ada yang ditambahkan.',
  );

/** The button that opens an institution. */
export const look = (institution: Institution) => [
  [{ label: `Buka ${shortName(institution)}`, data: opens('blk', institution.id) }],
];
