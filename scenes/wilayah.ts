import { roleName } from '../src/domain/person';
import { understood } from '../src/domain/reading';
import { wholeReach } from '../src/domain/rights';
import { bold, html } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineForm } from '../src/scene';
import { type RegencyFacts, regenciesStep, regencyWords } from './regencies-step';
import { tellOfRights } from './rights-message';
import { type StaffFacts, staffNamed } from './staff-facts';

async function prepare(world: World, visitor: Visitor, ask: string) {
  const named = await staffNamed(world, visitor, ask);
  if (!named.ok) return named;
  const institutions = await world.institutions.within(wholeReach);
  return understood<StaffFacts & RegencyFacts>({ ...named.value, institutions });
}

/** Changes which regencies somebody of the office looks after. */
export const wilayah = defineForm({
  command: 'wilayah',
  about: 'Ubah wilayah petugas',
  title: 'Ubah wilayah',
  unlisted: true,
  for: ['admin'],
  prepare,
  preface: ({ person, grant }) => html`${bold(person.name)}, ${roleName(grant.role)}`,
  steps: { regencies: regenciesStep },

  async finish({ id, answers: { regencies }, facts: { person, grant }, visitor, world }) {
    await world.people.setScope(person.id, grant.role, regencies);
    await world.audit.note({
      id: `scope:${id}`,
      who: visitor.person?.id ?? 'admin',
      did: 'granted',
      what: `${person.id} ${grant.role}: ${regencyWords(regencies)}`,
      at: visitor.now,
    });
    const words = html`Wilayah pendampingan Anda sebagai ${roleName(grant.role)} sekarang: ${bold(regencyWords(regencies))}.`;
    await tellOfRights(person.id, { key: id, words }, world, visitor.now);
    return {
      text: html`Wilayah ${bold(person.name)} sekarang: ${bold(regencyWords(regencies))}. Yang bersangkutan kami beri tahu.`,
    };
  },
});
