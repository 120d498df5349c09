import { shortDay } from '../src/domain/indonesian-dates';
import { dayAt } from '../src/domain/day';
import { shortName } from '../src/domain/institution';
import { roleName } from '../src/domain/person';
import { bold, code, html, lines } from '../src/html';
import type { Visitor } from '../src/ports';
import { defineView, opens } from '../src/scene';
import { institutionsOf } from './own-institution';

/** What the bot knows of the person who asks. */
export const saya = defineView({
  command: 'saya',
  about: 'Data dan peran saya',
  for: ['public'],
  show: async (_ask, world, visitor) => {
    const { person } = visitor;
    const institutions = await institutionsOf(world, visitor);
    return {
      text: lines(
        bold('Data Anda'),
        html`Nama: ${bold(person?.name ?? visitor.telegramName)}`,
        ...chosenLines(visitor),
        html`Peran: ${bold(rolesIn(visitor))}`,
        institutions.length === 0
          ? undefined
          : html`BLK: ${bold(institutions.map(shortName).join(', '))}`,
        html`Nomor akun Telegram: ${code(visitor.telegramId)}`,
        consentLine(visitor),
      ),
      buttons: person?.consent ? changes : [],
    };
  },
});

/** What somebody chose to tell when they joined, and later. */
const chosenLines = ({ person }: Visitor) =>
  person?.consent
    ? [
        person.address && html`Sapaan: ${bold(person.address)}`,
        html`Nomor telepon: ${bold(person.phone ?? 'belum ada')}`,
      ]
    : [];

const changes = [
  [{ label: 'Ubah nama dan sapaan', data: opens('sapaan') }],
  [{ label: 'Ubah nomor telepon', data: opens('nomor') }],
];

function rolesIn({ roles }: Visitor): string {
  const named = [...roles].filter((role) => role !== 'public');
  return named.length === 0 ? roleName('public') : named.map(roleName).join(', ');
}

function consentLine({ person, zone }: Visitor): string | undefined {
  if (!person?.consent) return undefined;
  return `Persetujuan: versi ${person.consent.version}, ${shortDay(dayAt(person.consent.at, zone))}`;
}
