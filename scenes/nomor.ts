import { readPhone } from '../src/domain/reading-phone';
import { understood, unclear } from '../src/domain/reading';
import { bold, html, plain } from '../src/html';
import { defineForm, optional } from '../src/scene';

/** Gives the office a number to call, or takes it back: an officer can call whom no message reaches. */
export const nomor = defineForm({
  command: 'nomor',
  about: 'Ubah nomor telepon',
  title: 'Nomor telepon',
  unlisted: true,
  for: ['public'],
  prepare: (_world, { person }) =>
    Promise.resolve(
      person?.consent
        ? understood(person)
        : unclear(
            'Mohon maaf, data Anda belum ada pada kami. Silakan bergabung lewat tautan undangan dari dinas.',
          ),
    ),

  steps: {
    phone: optional({
      label: 'Nomor telepon',
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
