import { plain } from './html';
import type { OutgoingRow, Waiting } from './ports';

/** What is said when an update was given up on: calm words to the person, an alarm to the admins. */
export function lostUpdate(
  { id, lane }: Pick<Waiting, 'id' | 'lane'>,
  admins: readonly number[],
  now: Date,
): readonly OutgoingRow[] {
  const chat = Number(lane.split(':')[1]);
  const said = (words: string): Pick<OutgoingRow, 'act' | 'at'> => ({
    act: { do: 'say', card: { text: plain(words) } },
    at: now,
  });
  const toPerson = { key: `${id}:aside`, chat, kind: 'answer', ...said(calm) } as const;
  const toAdmin = (admin: number): OutgoingRow => ({
    ...{ key: `${id}:alarm:${admin}`, chat: admin, kind: 'alarm' },
    because: 'pembaruan gagal berulang kali',
    ...said(alarm(id)),
  });
  // In groups the bot keeps quiet, also about its own failures.
  const isPerson = lane.startsWith('person:') && Number.isSafeInteger(chat);
  return [...(isPerson ? [toPerson] : []), ...admins.map(toAdmin)];
}

const calm =
  'Mohon maaf, pesan terakhir Anda belum dapat kami proses. Sudah kami catat untuk diperiksa. Silakan dicoba lagi, atau ketik /bantuan.';

const alarm = (id: number) =>
  `Pembaruan nomor ${id} gagal diproses berulang kali dan disisihkan. Mohon periksa catatan (log) bot.`;
