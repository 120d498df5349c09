import { codeFor } from '../domain/deep-link';
import { lines, plain } from '../html';
import type { Visitor, World } from '../ports';
import { type Scene, opens } from '../scene';
import type { Card } from '../talk';

/** Whether a command is the bot's; other bots may be in a group, and other commands be meant for them. */
export const isKnown = (scenes: readonly Scene[], name: string): boolean =>
  name === 'batal' || scenes.some(({ command }) => command === name);

/** What is said in a group of a command that is for the private chat, with the way there. */
export const elsewhereCard = ({ link }: World, command: string): Card => ({
  text: plain('Mohon maaf, perintah ini dipakai lewat chat pribadi dengan bot ini.'),
  buttons: [[{ label: 'Buka chat pribadi', url: link(codeFor(command)) }]],
});

/** What is said of words that are no answer to anything; strangers most likely look for a course. */
export function notUnderstoodCard({ roles }: Visitor): Card {
  const isStranger = [...roles].every((role) => role === 'public');
  return {
    text: lines(
      'Mohon maaf, kami belum menangkap maksudnya. Silakan pilih dari /bantuan.',
      isStranger ? 'Untuk mencari pelatihan, ketik /info dan kata yang dicari.' : undefined,
    ),
    buttons: [
      [{ label: 'Bantuan', data: opens('bantuan') }],
      ...(isStranger ? [[{ label: 'Cari pelatihan', data: opens('info') }]] : []),
    ],
  };
}
