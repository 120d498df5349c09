import { shortName } from '../src/domain/institution';
import { understood, unclear } from '../src/domain/reading';
import { readPhone } from '../src/domain/reading-phone';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Prepared, type Step, defineForm } from '../src/scene';
import {
  type OfficeFacts,
  archivedNow,
  look,
  mergedMeanwhile,
  notInReach,
  officeInstitution,
} from './office-institution';

/** Stands for the wish that no number is kept. */
const noNumber = 'hapus';

const phone: Step<string, OfficeFacts> = {
  label: 'Telepon BLK',
  ask: 'Nomor mana yang dapat ditelepon petugas? Silakan ketik, misalnya: 0812-3456-7890. Nomor ini hanya dilihat petugas dan kepala dinas.',
  choices: ({ facts }) =>
    facts.institution.phone === undefined ? [] : [{ label: 'Hapus nomor', says: noNumber }],
  read: (said) => (said.trim().toLowerCase() === noNumber ? understood(noNumber) : readPhone(said)),
  keep: String,
  show: (value) => (value === noNumber ? 'tidak ada' : value),
};

/**
 * Finds the institution whose number it is.
 *
 * What was begun for a duplicate must not be written over the number of the one it was merged into.
 */
async function prepare(world: World, visitor: Visitor, id: string): Promise<Prepared<OfficeFacts>> {
  const institution = await officeInstitution(id, world, visitor);
  if (!institution) return unclear(notInReach);
  if (institution.id !== id) return mergedMeanwhile(institution);
  return institution.archivedAt ? archivedNow(institution) : understood({ institution });
}

/** Keeps the number the office calls at a centre nobody of which has Telegram, or takes it away. */
export const nomorblk = defineForm({
  command: 'nomorblk',
  about: 'Nomor telepon BLK',
  title: 'Nomor telepon BLK',
  unlisted: true,
  for: ['officer'],
  send: 'Simpan',
  prepare,
  preface: ({ institution }: OfficeFacts) =>
    lines(
      html`BLK: ${bold(shortName(institution))}`,
      institution.phone === undefined
        ? undefined
        : html`Nomor sekarang: ${bold(institution.phone)}`,
    ),
  steps: { phone },

  async finish({ id, answers, facts: { institution }, visitor, world }) {
    const number = answers.phone === noNumber ? undefined : answers.phone;
    await world.institutions.change(institution.id, { phone: number });
    await world.audit.note({
      id: `phone:${id}`,
      who: visitor.person?.id ?? '',
      did: 'changed',
      what: `phone of ${institution.id}`,
      at: visitor.now,
    });
    const name = bold(shortName(institution));
    return {
      text:
        number === undefined
          ? html`Baik, nomor telepon BLK ${name} sudah tidak kami simpan.`
          : html`Nomor telepon BLK ${name} sudah dicatat: ${bold(number)}.`,
      buttons: look(institution),
    };
  },
});
