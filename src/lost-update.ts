import { plain } from './html';
import type { OutgoingRow, Waiting } from './ports';

/** What is said when an update was given up on: calm words to the person, an alarm to the admins. */
export function lostUpdate(
  { id, lane }: Pick<Waiting, 'id' | 'lane'>,
  admins: readonly number[],
  now: Date,
): readonly OutgoingRow[] {
  const chat = Number(lane.split(':')[1]);
  const say = (key: string, to: number, words: string): OutgoingRow => ({
    key: `${id}:${key}`,
    chat: to,
    lane: 'notice',
    act: { do: 'say', card: { text: plain(words) } },
    at: now,
  });
  return [
    ...(Number.isSafeInteger(chat) ? [say('aside', chat, calm)] : []),
    ...admins.map((admin) => say(`alarm:${admin}`, admin, alarm(id))),
  ];
}

const calm =
  'Mohon maaf, pesan terakhir Anda belum dapat kami proses. Sudah kami catat untuk diperiksa. Silakan dicoba lagi, atau ketik /bantuan.';

const alarm = (id: number) =>
  `Pembaruan nomor ${id} gagal diproses berulang kali dan disisihkan. Mohon periksa catatan (log) bot.`;
