import { mergeInstitutions } from '../src/board/merge-institutions';
import { type Institution, shortName } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Step, defineForm } from '../src/scene';
import { findInstitution, institutionsOfOffice } from './institution-in-reach';
import { look, notInReach, officeInstitution } from './office-institution';
import { isolated } from '../src/domain/isolated';

interface MergeFacts {
  readonly duplicate: Institution;
  readonly others: readonly Institution[];
}

/** Finds the duplicate and what it may be merged into. */
async function prepare(world: World, visitor: Visitor, id: string): Promise<Reading<MergeFacts>> {
  const duplicate = await officeInstitution(id, world, visitor);
  if (!duplicate) return unclear(notInReach);
  if (duplicate.id !== id)
    return unclear(
      `Lembaga ini sudah digabungkan ke ${isolated(duplicate.name)}. Silakan buka /blk.`,
    );
  const others = await institutionsOfOffice(world, visitor);
  return understood({ duplicate, others: others.filter((one) => one.id !== id) });
}

const into: Step<Institution, MergeFacts> = {
  label: 'Digabungkan ke',
  ask: lines(
    'Akan digabungkan ke lembaga mana?',
    'Laporan, kunjungan, kontak, dan tugasnya dipindahkan ke sana; nama, kejuruan, dan hari libur yang dipakai adalah milik lembaga yang dipilih.',
    'Silakan pilih, atau ketik sebagian namanya. Penggabungan tidak dapat dibatalkan.',
  ),
  choices: ({ facts }) =>
    facts.others.map((one) => ({
      label: `${shortName(one)} · ${isolated(one.district)}`,
      says: one.id,
    })),
  read: (said, { facts }) => findInstitution(said, facts.others),
  keep: ({ id }) => id,
  show: ({ name, district }) => `${isolated(name)} (Kec. ${isolated(district)})`,
};

/** Merges a duplicate into the institution it is; everything of it is found there afterwards. */
export const gabungkan = defineForm({
  command: 'gabungkan',
  about: 'Gabungkan lembaga ganda',
  title: 'Gabungkan lembaga ganda',
  unlisted: true,
  for: ['officer'],
  send: 'Gabungkan',
  prepare,
  preface: ({ duplicate }: MergeFacts) =>
    html`Yang digabungkan: ${bold(duplicate.name)} (Kec. ${duplicate.district})`,
  steps: { into },

  async finish({ id, answers, facts, visitor, world }) {
    const merged = await mergeInstitutions(
      {
        id,
        from: facts.duplicate.id,
        into: answers.into.id,
        by: visitor.person?.id ?? '',
        at: visitor.now,
      },
      world,
    );
    return {
      text:
        merged === 'done'
          ? html`${bold(facts.duplicate.name)} sudah digabungkan ke ${bold(answers.into.name)}.
            Tombol dan isian lama otomatis mengarah ke sana.`
          : html`Mohon maaf, salah satu lembaga ini baru saja digabungkan atau diarsipkan oleh petugas
            lain, jadi tidak ada yang berubah. Silakan periksa di /blk.`,
      buttons: look(answers.into),
    };
  },
});
