import { type Institution, shortName } from '../src/domain/institution';
import { understood, unclear } from '../src/domain/reading';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Asking, defineForm, onlyWhen, opens } from '../src/scene';
import { institutionSteps } from './institution-steps';
import { look } from './office-institution';
import { type PlaceFacts, placeFacts } from './place-facts';
import { isolated } from '../src/domain/isolated';

const prepare = async (world: World, visitor: Visitor) =>
  understood(await placeFacts(world, visitor));

/** Institutions elsewhere within reach that people call the same; in the same place it is the same one. */
function namesakes({ facts, soFar }: Asking<PlaceFacts>): readonly Institution[] {
  const { name: typed } = soFar;
  if (typeof typed !== 'string') return [];
  const called = shortName({ name: typed }).toLowerCase();
  return facts.institutions.filter(
    (one) =>
      shortName(one).toLowerCase() === called &&
      (one.district !== soFar['district'] || one.regency !== soFar['regency']),
  );
}

const isOther = 'lain';

/** Warns of one that is called the same, so that nobody is added twice. */
const other = onlyWhen<string, PlaceFacts>((at) => namesakes(at).length > 0, {
  label: 'Lembaga lain',
  ask: (at) =>
    lines(
      'Sudah ada lembaga dengan nama yang sama:',
      ...namesakes(at).map(({ name, district, regency }) =>
        [name, district, regency].map(isolated).join(', '),
      ),
      'Apakah ini memang lembaga lain? Bila sama, silakan ketuk Batal.',
    ),
  choices: [{ label: 'Ya, lembaga lain', says: isOther }],
  read: (said) =>
    said === isOther
      ? understood(said)
      : unclear('Mohon maaf, silakan ketuk Ya, lembaga lain, atau Batal bila lembaganya sama.'),
  show: () => 'ya',
});

const { name, kind, regency, district, ...rest } = institutionSteps;

/** Adds an institution; from then on it is looked after. */
export const tambahblk = defineForm({
  command: 'tambahblk',
  about: 'Tambah BLK atau LPK',
  title: 'Tambah BLK/LPK',
  unlisted: true,
  for: ['officer'],
  send: 'Simpan',
  prepare,
  steps: { name, kind, regency, district, other, ...rest },

  async finish({ id, answers, facts, visitor, world }) {
    const { village, other: _confirmed, ...described } = answers;
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
