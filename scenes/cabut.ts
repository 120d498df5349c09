import { roleName } from '../src/domain/person';
import { understood, unclear } from '../src/domain/reading';
import { bold, html } from '../src/html';
import { type Step, defineForm } from '../src/scene';
import { tellOfRights } from './rights-message';
import { type StaffFacts, grantWords, staffNamed } from './staff-facts';

const reasons = ['Pindah tugas', 'Pensiun', 'Diberikan keliru', 'Lainnya'] as const;

const reason: Step<(typeof reasons)[number], StaffFacts> = {
  label: 'Alasan',
  ask: 'Mengapa peran ini dicabut?',
  choices: reasons.map((one) => ({ label: one, says: one })),
  read: (said) => {
    const chosen = reasons.find((one) => one === said);
    return chosen
      ? understood(chosen)
      : unclear('Mohon maaf, silakan pilih alasannya dari tombol di bawah ini.');
  },
  show: String,
};

/** Takes a role of the office back; what its holder had open stops with it. */
export const cabut = defineForm({
  command: 'cabut',
  about: 'Cabut peran petugas',
  title: 'Cabut peran',
  unlisted: true,
  for: ['admin'],
  send: 'Cabut peran',
  prepare: staffNamed,
  preface: ({ person, grant }) => html`${bold(person.name)}, ${grantWords(grant)}`,
  steps: { reason },

  async finish({ id, answers, facts: { person, grant }, visitor, world }) {
    await world.people.endGrant(person.id, grant.role);
    await world.audit.note({
      id: `revoked:${id}`,
      who: visitor.person?.id ?? 'admin',
      did: 'revoked',
      what: `${person.id} ${grant.role}: ${answers.reason}`,
      at: visitor.now,
    });
    const words = html`Peran Anda sebagai ${bold(roleName(grant.role))} sudah berakhir. Terima kasih atas pendampingannya selama ini.`;
    await tellOfRights(person.id, { key: id, words }, world, visitor.now);
    return {
      text: html`Peran ${roleName(grant.role)} dari ${bold(person.name)} sudah dicabut. Isian dan tombol yang masih terbuka ikut berhenti.`,
    };
  },
});
