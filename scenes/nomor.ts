import { readPhone } from '../src/domain/reading-phone';
import { bold, html, plain } from '../src/html';
import { defineForm, optional } from '../src/scene';
import { preparePerson } from './known-person';

/** Gives the office a number to call, or takes it back: an officer can call whom no message reaches. */
export const nomor = defineForm({
  command: 'nomor',
  about: 'Ubah nomor telepon',
  title: 'Nomor telepon',
  unlisted: true,
  for: ['public'],
  prepare: preparePerson,

  steps: {
    phone: optional({
      label: 'Nomor telepon',
      phone: true,
      ask: 'Nomor telepon atau WhatsApp mana yang dapat dihubungi petugas dinas? Misalnya: 0812-3456-7890. Bila dilewati, tidak ada nomor yang kami simpan.',
      read: readPhone,
    }),
  },

  async finish({ answers: { phone }, facts, world }) {
    await world.people.callAt(facts.id, phone);
    return {
      text:
        phone === undefined
          ? plain('Baik, tidak ada nomor telepon Anda yang kami simpan.')
          : html`Terima kasih. Petugas dinas dapat menghubungi Anda di ${bold(phone)}.`,
    };
  },
});
