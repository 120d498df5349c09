import { type Institution, shortName } from '../domain/institution';
import { obstacleLabel, obstacleResultLabel } from '../domain/obstacle';
import type { Person } from '../domain/person';
import { type Html, bold, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { Obstacle, ObstacleClosing, ObstacleWords } from '../ports/obstacles';
import type { Button, Card } from '../talk';
import { nameOf } from './name-of';
import { recipientOf } from './recipient-of';
import { staffFor } from './staff-for';
import { toStaff } from './to-staff';

/** An obstacle and the institution that has it. */
export interface Hindered {
  readonly obstacle: Obstacle;
  readonly institution: Institution;
}

/** An obstacle as it is named in a sentence. */
export const obstacleTitle = ({ obstacle, institution }: Hindered): Html =>
  html`${bold(obstacleLabel(obstacle.kind))} di BLK ${bold(shortName(institution))}`;

/** The subject of what officers are told of an obstacle; taken back once somebody acts. */
export const obstacleAbout = (id: string): string => `obstacle:${id}`;

/** Brings a new obstacle to officers, in the hours of the office, with the button that takes it. */
export function tellOfficers(
  officers: readonly Person[],
  hindered: Hindered,
  world: World,
  now: Date,
): Promise<readonly OutgoingRow[]> {
  const { id, note } = hindered.obstacle;
  const card = {
    text: lines(html`🧩 Kendala: ${obstacleTitle(hindered)}`, note),
    buttons: [
      [
        { label: 'Saya tangani', data: `kendala:${id}.a` },
        { label: 'Lihat', data: `kendala:${id}` },
      ],
    ],
  };
  const about = obstacleAbout(id);
  const message = { kind: 'task', key: about, about, because: 'kendala disampaikan' } as const;
  return toStaff(officers, { ...message, card }, world, now);
}

/** Tells the centre who takes care of their obstacle. */
export async function tellTaken(hindered: Hindered, by: string, at: Date, world: World) {
  const officer = await nameOf(by, world, 'Petugas dinas');
  const text = lines(
    html`Kendala ${obstacleTitle(hindered)} sekarang ditangani ${bold(officer)} dari dinas.`,
    'Jawabannya akan Anda terima di sini.',
  );
  const card = { text, buttons: [[replying(hindered)]] };
  return toCentre(hindered, { key: `taken:${by}`, card, at }, world);
}

/** Passes on to the centre what an officer answered. */
export async function passToCentre(hindered: Hindered, words: ObstacleWords, world: World) {
  const officer = await nameOf(words.by, world, 'Petugas dinas');
  const card = {
    text: lines(
      html`💬 ${bold(officer)} dari dinas, tentang kendala ${obstacleTitle(hindered)}:`,
      words.text,
    ),
    buttons: [[replying(hindered)]],
  };
  return toCentre(hindered, { key: words.id, card, at: words.at }, world);
}

/** Passes on to the officer who takes care of it what the centre said; to all in scope if there is none. */
export async function passToOffice(
  { obstacle, institution }: Hindered,
  words: ObstacleWords,
  world: World,
): Promise<readonly OutgoingRow[]> {
  const officers = await staffFor(institution, 'officer', world);
  const handler = officers.filter(({ id }) => id === obstacle.handledBy);
  const name = await nameOf(words.by, world, 'Pengelola');
  const card: Card = {
    text: lines(
      html`💬 ${bold(name)}, tentang kendala ${obstacleTitle({ obstacle, institution })}:`,
      words.text,
    ),
    buttons: [
      [
        { label: 'Balas', data: `kendalajawab:${obstacle.id}` },
        { label: 'Lihat kendala', data: `kendala:${obstacle.id}` },
      ],
    ],
  };
  return (handler.length > 0 ? handler : officers).flatMap(({ id, telegramId: chat }) =>
    chat === undefined
      ? []
      : rowTo(
          { chat, person: id },
          { key: `obstacle:${obstacle.id}:${words.id}:${id}`, card, at: words.at },
        ),
  );
}

/** Tells the centre how their obstacle ended. */
export async function tellClosed(hindered: Hindered, closing: ObstacleClosing, world: World) {
  const officer = await nameOf(closing.by, world, 'petugas dinas');
  const card = {
    text: lines(
      html`Kendala ${obstacleTitle(hindered)} kami tutup: ${bold(obstacleResultLabel(closing.result))}.`,
      html`Catatan ${officer}: ${closing.note}`,
      'Bila masih ada kendala, silakan sampaikan lewat /kendala.',
    ),
  };
  return toCentre(hindered, { key: closing.id, card, at: closing.at }, world);
}

const replying = ({ obstacle }: Hindered): Button => ({
  label: 'Balas',
  data: `kendalabalas:${obstacle.id}`,
});

interface Message {
  readonly key: string;
  readonly card: Card;
  readonly at: Date;
}

/** What people say to each other about an obstacle goes at once, as an answer does. */
const rowTo = (to: { chat: number; person: string }, { key, card, at }: Message): OutgoingRow => ({
  ...to,
  key,
  kind: 'answer',
  because: 'percakapan tentang kendala',
  act: { do: 'say', card },
  at,
});

async function toCentre(
  { obstacle }: Hindered,
  message: Message,
  world: World,
): Promise<readonly OutgoingRow[]> {
  const contact = await recipientOf(obstacle.institution, obstacle.statedBy, world);
  if (!contact) return [];
  const key = `obstacle:${obstacle.id}:${message.key}`;
  return [rowTo({ chat: contact.chat, person: contact.person.id }, { ...message, key })];
}
