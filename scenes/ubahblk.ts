import { weekdayName } from '../src/domain/indonesian-dates';
import { rhythmLabel } from '../src/domain/institution-words';
import { understood, unclear } from '../src/domain/reading';
import { bold, html } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Prepared, defineForm } from '../src/scene';
import { institutionSteps, noVillage } from './institution-steps';
import {
  type OfficeFacts,
  look,
  mergedMeanwhile,
  notInReach,
  officeInstitution,
} from './office-institution';
import { type PlaceFacts, placeFacts } from './place-facts';

type ChangeFacts = PlaceFacts & OfficeFacts;

/**
 * Finds the institution to be changed.
 *
 * What was begun for a duplicate must not be written over the one it was merged into.
 */
async function prepare(world: World, visitor: Visitor, id: string): Promise<Prepared<ChangeFacts>> {
  const institution = await officeInstitution(id, world, visitor);
  if (!institution) return unclear(notInReach);
  if (institution.id !== id) return mergedMeanwhile(institution);
  return understood({ ...(await placeFacts(world, visitor)), institution });
}

/** Changes what is described of an institution: begins at the summary, with everything as it is. */
export const ubahblk = defineForm({
  command: 'ubahblk',
  about: 'Ubah data BLK',
  title: 'Ubah data BLK/LPK',
  unlisted: true,
  for: ['officer'],
  send: 'Simpan',
  prepare,
  given: ({ institution }: ChangeFacts) => ({
    name: institution.name,
    kind: institution.kind,
    regency: institution.regency,
    district: institution.district,
    village: institution.village ?? noVillage,
    trade: institution.trade,
    restDay: weekdayName(institution.restDay),
    rhythm: rhythmLabel(institution.rhythm),
  }),
  steps: institutionSteps,

  async finish({ id, answers, own, facts, visitor, world }) {
    const { institution } = facts;
    // What somebody else changed meanwhile stays as they left it.
    const changed = Object.fromEntries(Object.entries(answers).filter(([name]) => own.has(name)));
    if (!(await world.institutions.change(institution.id, changed)))
      return {
        text: html`Mohon maaf, ${bold(answers.name)} di kecamatan itu sudah terdaftar sebagai
        lembaga lain. Bila keduanya lembaga yang sama, silakan gabungkan lewat /blk.`,
        buttons: look(institution),
      };
    await world.audit.note({
      id: `changed:${id}`,
      who: visitor.person?.id ?? '',
      did: 'changed',
      what: institution.id,
      at: visitor.now,
    });
    for (const job of ['open-periods', 'check-in', 'status'])
      await world.appointments.hurry(job, institution.id, visitor.now);
    // Another rhythm has other periods.
    await world.appointments.hurry('open-periods', institution.id, visitor.now);
    return {
      text: html`Data ${bold(answers.name)} sudah diperbarui.`,
      buttons: look(institution),
    };
  },
});
