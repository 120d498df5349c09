import { type Institution, shortName } from '../domain/institution';
import { type Person, greeting } from '../domain/person';
import { officerStatusLabel } from '../domain/status-label';
import { bold, html, lines } from '../html';
import type { Button, Card } from '../talk';
import { contactWords } from './contact-words';
import { lastActivityWords } from './silence-words';
import type { Standing } from './standing-of';

/** What an officer needs to act on a worsening. */
export interface Alarm {
  readonly incident: string;
  readonly standing: Standing;
  /** Everybody of the institution, with phone where one is known, also those the bot cannot reach. */
  readonly contacts: readonly Person[];
  /** Other institutions with an open incident in the officer's scope. */
  readonly others: readonly Institution[];
  readonly audience: 'officer' | 'head';
}

/** Tells officers and heads of a worsening: facts, contacts, who else is silent, and what can be done. */
export function alertCard({ incident, standing, contacts, others, audience }: Alarm): Card {
  const { institution, reading } = standing;
  return {
    text: lines(
      html`⚠️ ${bold(shortName(institution))} (${institution.district}):
      ${bold(officerStatusLabel(reading.status))}`,
      html`Kegiatan terakhir: ${lastActivityWords(standing)} (${reading.silentDays} hari efektif)`,
      contactWords(contacts),
      others.length === 0 ? undefined : `Juga perlu perhatian: ${namesOf(others)}`,
    ),
    buttons: audience === 'officer' ? acting(incident) : [[{ label: 'Rekap', data: 'rekap' }]],
  };
}

const acting = (incident: string): readonly (readonly Button[])[] => [
  [{ label: 'Saya tangani', data: `tangani:${incident}` }],
  [{ label: 'Selesai ditangani', data: `selesai:${incident}` }],
];

/** A message holds 4,096 characters, and an alert is about one centre. */
const mostNamed = 10;

function namesOf(institutions: readonly Institution[]): string {
  const names = institutions.slice(0, mostNamed).map(shortName).join(', ');
  const more = institutions.length - mostNamed;
  return more > 0 ? `${names}, dan ${more} lainnya` : names;
}

/** Asks the people of the centre, in kind words that blame nobody. */
export function concernCard({ institution }: Standing, person: Person): Card {
  return {
    text: lines(
      html`Assalamu'alaikum, ${greeting(person)}. 🙏`,
      html`Sudah agak lama kami belum mendengar kabar kegiatan BLK ${bold(shortName(institution))}.`,
      'Adakah kendala yang bisa kami bantu? Kabar singkat pun sudah sangat berarti.',
    ),
    buttons: [
      [
        { label: 'Lapor', data: 'lapor' },
        { label: 'Nihil', data: 'nihil' },
      ],
      [
        { label: 'Ada kendala', data: 'kendala' },
        { label: 'Sedang libur', data: 'libur' },
      ],
    ],
  };
}
