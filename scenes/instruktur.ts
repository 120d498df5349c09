import { startOfDay, type Day, addDays } from '../src/domain/day';
import { longDay } from '../src/domain/indonesian-dates';
import { shortName } from '../src/domain/institution';
import type { Instructor } from '../src/domain/particular';
import { understood, unclear } from '../src/domain/reading';
import { readDay } from '../src/domain/reading-day';
import { readText } from '../src/domain/reading-text';
import { bold, html } from '../src/html';
import { type Step, defineForm, onlyWhen, opens, optional } from '../src/scene';
import { type OfficeFacts, prepareOffice } from './office-institution';

const training: Step<string, OfficeFacts> = {
  label: 'Pelatihan/sertifikat',
  ask: 'Pelatihan atau sertifikat apa yang dimiliki instruktur ini? Contoh: Sertifikat BNSP Desain Grafis.',
  read: (said) =>
    readText(said, {
      of: 'pelatihan atau sertifikat',
      max: 120,
      min: 3,
      example: 'Sertifikat BNSP Desain Grafis',
    }),
};

const daysAhead = 10 * 366;

const expiresOn = optional<Day, OfficeFacts>({
  label: 'Berlaku sampai',
  ask: 'Sertifikatnya berlaku sampai kapan? Boleh dilewati bila tidak ada batasnya.',
  calendar: ({ today }) => ({ from: addDays(today, -400), to: addDays(today, daysAhead) }),
  read: (said, { today }) => readDay(said, today, 'nearest'),
  keep: String,
  show: longDay,
});

type Consent = 'yes' | 'no';

/** A name is personal data: it is kept only if the instructor agreed to it. */
const consent: Step<Consent, OfficeFacts> = {
  label: 'Setuju namanya dicatat',
  ask: 'Apakah instruktur yang bersangkutan setuju namanya dicatat? Bila belum, kami catat tanpa nama.',
  choices: [
    { label: 'Ya, sudah setuju', says: 'yes' },
    { label: 'Belum, tanpa nama', says: 'no' },
  ],
  forks: true,
  read: (said) =>
    said === 'yes' || said === 'no'
      ? understood(said)
      : unclear('Mohon maaf, silakan pilih dari tombol, misalnya: Belum, tanpa nama.'),
  show: (said) => (said === 'yes' ? 'ya' : 'tidak, tanpa nama'),
};

const name = onlyWhen<string, OfficeFacts>(({ soFar }) => soFar['consent'] === 'yes', {
  label: 'Nama',
  ask: 'Siapa namanya?',
  read: (said) => readText(said, { of: 'nama', max: 60, min: 2, example: 'Siti Aminah' }),
});

/** Records an instructor, with the end of a certificate, of which officers are warned. */
export const instruktur = defineForm({
  command: 'instruktur',
  about: 'Catat instruktur',
  title: 'Instruktur',
  unlisted: true,
  for: ['officer'],
  send: 'Simpan',
  prepare: prepareOffice,
  preface: ({ institution }: OfficeFacts) => html`BLK: ${bold(shortName(institution))}`,
  steps: { training, expiresOn, consent, name },

  async finish({ id, answers, facts, visitor, world }) {
    const { institution } = facts;
    const one: Instructor = {
      sort: 'instructor',
      id,
      institution: institution.id,
      training: answers.training,
      ...(answers.name !== undefined && { name: answers.name }),
      ...(answers.expiresOn !== undefined && { expiresOn: answers.expiresOn }),
    };
    await world.particulars.put([one]);
    if (one.expiresOn) {
      const what = `Sertifikat instruktur (${one.training})`;
      await world.expiries.put({ id, institution: institution.id, what, on: one.expiresOn });
      await world.appointments.hurry(
        'expiry-warnings',
        institution.id,
        startOfDay(visitor.today, institution.zone),
      );
    }
    return {
      text: html`Instruktur ${bold(shortName(institution))} sudah tersimpan.`,
      buttons: [[{ label: 'Kembali', data: opens('rincian', `i${institution.id}`) }]],
    };
  },
});
