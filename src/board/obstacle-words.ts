import { dayAt } from '../domain/day';
import { longDay } from '../domain/indonesian-dates';
import { obstacleResultLabel } from '../domain/obstacle';
import { type Html, bold, html, lines } from '../html';
import type { World } from '../ports';
import type { Obstacle } from '../ports/obstacles';
import { nameOf } from './name-of';
import { type Hindered, obstacleTitle } from './obstacle-messages';

const dayMs = 24 * 3_600_000;

/** For how many whole days an obstacle has been open. */
export const daysOpen = ({ statedAt }: Obstacle, now: Date): number =>
  Math.floor((now.getTime() - statedAt.getTime()) / dayMs);

/** So much of a conversation is shown that the message stays short; all of it is kept. */
const wordsShown = 5;

/** What was said about an obstacle, the last of it, one line a person. */
export async function talkLines({ talk = [] }: Obstacle, world: World): Promise<readonly Html[]> {
  return Promise.all(
    talk
      .slice(-wordsShown)
      .map(async ({ by, text }) => html`💬 ${await nameOf(by, world, 'Seseorang')}: ${text}`),
  );
}

/** An obstacle with all that is known of it. */
export async function obstacleWords(
  hindered: Hindered,
  world: World,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Promise<Html> {
  const { obstacle } = hindered;
  const { statedBy, statedAt, onBehalf, handledBy } = obstacle;
  const speaker = await nameOf(statedBy, world, onBehalf ? 'petugas dinas' : 'pengelola');
  const day = longDay(dayAt(statedAt, zone));
  return lines(
    html`🧩 Kendala: ${obstacleTitle(hindered)}`,
    obstacle.note,
    onBehalf
      ? html`Dicatat oleh petugas: ${bold(speaker)}, atas nama BLK, ${day}`
      : html`Disampaikan: ${bold(speaker)}, ${day}`,
    obstacle.closedAt
      ? undefined
      : html`Ditangani: ${bold(handledBy ? await nameOf(handledBy, world, 'petugas') : 'belum ada')},
        terbuka ${daysOpen(obstacle, now)} hari`,
    ...(await talkLines(obstacle, world)),
    ...(await closingLines(obstacle, zone, world)),
  );
}

async function closingLines(
  { closing }: Obstacle,
  zone: string,
  world: World,
): Promise<readonly Html[]> {
  if (!closing) return [];
  const { by, at, result, note } = closing;
  return [
    html`Ditutup ${await nameOf(by, world, 'petugas')}, ${longDay(dayAt(at, zone))}:
    ${bold(obstacleResultLabel(result))}`,
    html`Catatan: ${note}`,
  ];
}
