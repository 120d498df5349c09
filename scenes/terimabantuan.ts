import { shortName } from '../src/domain/institution';
import {
  type Aid,
  type AidKind,
  aidKindIn,
  aidKinds,
  aidLabel,
  asKept,
  firstAidYear,
} from '../src/domain/particular';
import { understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { plainly } from '../src/domain/typed-text';
import { bold, html } from '../src/html';
import { type Step, defineForm, opens } from '../src/scene';
import { type OfficeFacts, prepareOffice } from './office-institution';

const year: Step<number, OfficeFacts> = {
  label: 'Tahun',
  ask: 'Tahun berapa bantuannya diterima? Contoh: 2019.',
  choices: ({ today }) =>
    [0, 1, 2, 3]
      .map((back) => Number(today.slice(0, 4)) - back)
      .map((one) => ({ label: `${one}`, says: `${one}` })),
  read: (said, { today }) => {
    const number = /^\d{4}$/.test(plainly(said)) ? Number(plainly(said)) : 0;
    return number >= firstAidYear && number <= Number(today.slice(0, 4))
      ? understood(number)
      : unclear(
          `Mohon maaf, tahunnya belum terbaca. Silakan ketik empat angka antara ${firstAidYear} dan ${today.slice(0, 4)}, misalnya: 2019.`,
        );
  },
  keep: String,
  show: String,
};

const what: Step<AidKind, OfficeFacts> = {
  label: 'Bentuk',
  ask: 'Bantuannya berupa apa?',
  choices: aidKinds.map(([, label]) => ({ label, says: label })),
  read: (said) => {
    const kind = aidKindIn(said);
    return kind
      ? understood(kind)
      : unclear(
          'Mohon maaf, bentuk bantuan itu belum kami kenal. Silakan pilih, misalnya: Gedung.',
        );
  },
  keep: aidLabel,
  show: aidLabel,
};

const source: Step<string, OfficeFacts> = {
  label: 'Sumber',
  ask: 'Dari siapa bantuannya?',
  choices: ['Kemnaker', 'APBD kabupaten', 'APBD provinsi', 'Swasta/CSR'].map((one) => ({
    label: one,
    says: one,
  })),
  read: (said) => readText(said, { of: 'sumber bantuan', max: 80, min: 2, example: 'Kemnaker' }),
};

/** Records aid that an institution has received. */
export const terimabantuan = defineForm({
  command: 'terimabantuan',
  about: 'Catat bantuan yang diterima',
  title: 'Bantuan yang diterima',
  unlisted: true,
  for: ['officer'],
  send: 'Simpan',
  prepare: prepareOffice,
  preface: ({ institution }: OfficeFacts) => html`BLK: ${bold(shortName(institution))}`,
  steps: { year, what, source },

  async finish({ id, answers, facts, world }) {
    const { institution } = facts;
    const kept = await world.particulars.of([institution.id]);
    const aid = asKept<Aid>({ ...answers, sort: 'aid', id, institution: institution.id }, kept);
    await world.particulars.put([aid]);
    return {
      text: html`Bantuan ${aidLabel(aid.what).toLowerCase()} tahun ${aid.year} untuk
      ${bold(shortName(institution))} sudah tersimpan.`,
      buttons: [[{ label: 'Kembali', data: opens('rincian', `a${institution.id}`) }]],
    };
  },
});
