import { formsOfAddress, greeting } from '../src/domain/person';
import { bold, html } from '../src/html';
import { defineForm } from '../src/scene';
import { readAddress, readName } from './gabung';
import { preparePerson } from './known-person';

/** Changes how the bot speaks to somebody. */
export const sapaan = defineForm({
  command: 'sapaan',
  about: 'Ubah nama dan sapaan',
  title: 'Nama dan sapaan',
  unlisted: true,
  for: ['public'],
  prepare: preparePerson,

  steps: {
    name: {
      label: 'Nama',
      ask: 'Nama apa yang sebaiknya kami pakai? Silakan ketik, misalnya: Ahmad Fauzi.',
      read: readName,
    },
    address: {
      label: 'Sapaan',
      ask: 'Bagaimana kami sebaiknya menyapa Anda?',
      choices: formsOfAddress.map((one) => ({ label: one, says: one })),
      read: readAddress,
    },
  },

  async finish({ answers, facts, visitor, world }) {
    await world.people.rename(facts.id, { ...answers, at: visitor.now });
    return {
      text: html`Terima kasih. Mulai sekarang kami menyapa Anda ${bold(greeting(answers))}.`,
    };
  },
});
