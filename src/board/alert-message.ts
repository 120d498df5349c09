import { type Institution, shortName } from '../domain/institution';
import { labelsOf } from '../domain/institution-labels';
import { obstacleLabel } from '../domain/obstacle';
import { type Person, greeting } from '../domain/person';
import { officerStatusLabel } from '../domain/status-label';
import { type StatusReason, reasonText } from '../domain/status-reason';
import { bold, html, lines } from '../html';
import type { Obstacle } from '../ports/obstacles';
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
      ...whyLines(standing),
      contactWords(contacts, institution),
      others.length === 0 ? undefined : `Juga perlu perhatian: ${namesOf(others, institution)}`,
    ),
    buttons: audience === 'officer' ? acting(incident) : [[{ label: 'Rekap', data: 'rekap' }]],
  };
}

/** The silence since the last activity is told of already. */
const told: readonly StatusReason['kind'][] = ['silent', 'never-started'];

/** What else speaks for the status, and what the centre said keeps it from being active. */
function whyLines({ reading, obstacles }: Standing): readonly string[] {
  const reasons = reading.reasons.filter(({ kind }) => !told.includes(kind)).map(reasonText);
  const named = obstacles.map(({ kind, handledBy }) => {
    const how = handledBy === undefined ? 'belum ada yang menangani' : 'sedang ditangani petugas';
    return `${obstacleLabel(kind)} (${how})`;
  });
  return [
    ...(reasons.length === 0 ? [] : [`Sebab: ${reasons.join('; ')}`]),
    ...(named.length === 0 ? [] : [`Kendala: ${named.join('; ')}, lihat /kendala`]),
  ];
}

const acting = (incident: string): readonly (readonly Button[])[] => [
  [{ label: 'Saya tangani', data: `tangani:${incident}` }],
  [{ label: 'Selesai ditangani', data: `selesai:${incident}` }],
];

/** A message holds 4,096 characters, and an alert is about one centre. */
const mostNamed = 10;

function namesOf(others: readonly Institution[], beside: Institution): string {
  const labels = labelsOf([...others, beside]);
  const named = others.slice(0, mostNamed).map(({ id, name }) => labels.get(id) ?? name);
  const names = named.join(', ');
  const more = others.length - mostNamed;
  return more > 0 ? `${names}, dan ${more} lainnya` : names;
}

/** Asks the people of the centre, in kind words that blame nobody; about their obstacle, if they stated one. */
export function concernCard(standing: Standing, person: Person): Card {
  const { institution, obstacles } = standing;
  const [obstacle] = obstacles;
  if (obstacle) return obstacleConcern(obstacle, institution, person);
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

/** They gave their reason, and it is the office that owes them something. */
function obstacleConcern(obstacle: Obstacle, institution: Institution, person: Person): Card {
  const { id, kind, handledBy } = obstacle;
  return {
    text: lines(
      html`Assalamu'alaikum, ${greeting(person)}. 🙏`,
      html`Kendala ${bold(obstacleLabel(kind))} di BLK ${bold(shortName(institution))} masih kami
      catat${handledBy === undefined ? '' : ' dan sedang ditangani petugas dinas'}.`,
      'Adakah perkembangan yang dapat kami ketahui, atau hal lain yang bisa kami bantu?',
    ),
    buttons: [
      [{ label: 'Kabarkan perkembangannya', data: `kendalabalas:${id}` }],
      [
        { label: 'Lapor', data: 'lapor' },
        { label: 'Ada kendala lain', data: 'kendala' },
      ],
    ],
  };
}
