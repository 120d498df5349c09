import { type Institution, shortName } from '../src/domain/institution';
import { type Equipment, asKept, particularKey } from '../src/domain/particular';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readCount } from '../src/domain/reading-count';
import { readText } from '../src/domain/reading-text';
import { mayUse } from '../src/domain/rights';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Step, defineForm, opens } from '../src/scene';
import { notInReach } from './office-institution';

interface EquipmentFacts {
  readonly institution: Institution;
  readonly equipment: readonly Equipment[];
}

const mostOfOneKind = 100_000;
/** A button carries 64 bytes; longer names are typed. */
const longestSaid = 40;

/** An officer counts for any institution of the office, a manager for their own. */
async function prepare(
  world: World,
  { reach }: Visitor,
  id: string,
): Promise<Reading<EquipmentFacts>> {
  const institution = await world.institutions.one(id, reach);
  if (!institution || institution.archivedAt) return unclear(notInReach);
  const all = await world.particulars.of([institution.id]);
  return understood({ institution, equipment: all.filter((one) => one.sort === 'equipment') });
}

const name: Step<string, EquipmentFacts> = {
  label: 'Alat',
  ask: 'Alat apa yang dihitung? Silakan pilih, atau ketik namanya, misalnya: Komputer.',
  choices: ({ facts }) =>
    facts.equipment
      .filter((one) => Buffer.byteLength(one.name) <= longestSaid)
      .map((one) => ({ label: one.name, says: one.name })),
  read: (said, { facts }) => {
    const reading = readText(said, { of: 'nama alat', max: 60, min: 2, example: 'Komputer' });
    if (!reading.ok) return reading;
    const typed = { ...blankEquipment, name: reading.value };
    const same = facts.equipment.find((one) => particularKey(one) === particularKey(typed));
    return understood(same?.name ?? reading.value);
  },
  keep: String,
};

const blankEquipment = {
  sort: 'equipment',
  id: '',
  institution: '',
  good: 0,
  damaged: 0,
  countedOn: '' as Equipment['countedOn'],
} as const;

const counted = (label: string, ask: string, of: string): Step<number, EquipmentFacts> => ({
  label,
  ask,
  choices: [{ label: 'Tidak ada', says: '0' }],
  read: (said) => readCount(said, { of, max: mostOfOneKind, example: 14 }),
  keep: String,
  show: String,
});

/** Counts one kind of equipment: how many are in order, how many are not; none at all takes it off the list. */
export const alat = defineForm({
  command: 'alat',
  about: 'Hitung peralatan',
  title: 'Peralatan',
  unlisted: true,
  for: ['officer', 'manager'],
  send: 'Simpan',
  prepare,
  preface: ({ institution }: EquipmentFacts) => html`BLK: ${bold(shortName(institution))}`,
  steps: {
    name,
    good: counted('Baik', 'Berapa yang baik? Contoh: 14.', 'jumlah alat yang baik'),
    damaged: counted('Rusak', 'Berapa yang rusak? Contoh: 2.', 'jumlah alat yang rusak'),
  },

  async finish({ id, answers, facts, visitor, world }) {
    const { institution, equipment } = facts;
    const one = asKept<Equipment>(
      {
        ...answers,
        sort: 'equipment',
        id,
        institution: institution.id,
        countedOn: visitor.today,
      },
      equipment,
    );
    if (one.good + one.damaged > 0) await world.particulars.put([one]);
    else await world.particulars.remove(one.id, institution.id);
    return {
      text: lines(
        html`${bold(one.name)} di BLK ${shortName(institution)}: ${one.good} baik, ${one.damaged}
        rusak. Terima kasih, sudah tersimpan.`,
      ),
      buttons: [
        [
          { label: 'Hitung alat lain', data: opens('alat', institution.id) },
          mayUse(['officer'], visitor.roles)
            ? { label: 'Kembali', data: opens('blk', institution.id) }
            : { label: 'Profil BLK', data: opens('profil') },
        ],
      ],
    };
  },
});
