import { type Html, bold, html, lines } from '../html';
import type { OutgoingRow, Unreachable, World } from '../ports';
import type { Group } from '../ports/groups';
import { staffForGroup } from './staff-for-group';
import { toStaff } from './to-staff';

/** A change of the way to a group; `since` is when the state before it began. */
export interface GroupNews {
  readonly group: Group;
  readonly since: Date | undefined;
}

const about = (chat: number) => `group-news:${chat}`;

/** What officers read of a group last. */
export type Heard =
  { readonly is: 'lost'; readonly why: string } | { readonly is: 'back' | 'nothing' };

/**
 * Takes back the news of a group that nobody has read yet, and says what was read last; undefined when
 * nothing is on record.
 *
 * News waits for the hours of the office, and must tell then how it is, not how it was.
 */
export async function heardOfGroup(chat: number, world: World): Promise<Heard | undefined> {
  await world.outbox.cancel(about(chat), 'sudah berubah lagi', world.clock.now());
  const rows = await world.sent.about(about(chat));
  if (rows.length === 0) return undefined;
  const read = rows.findLast(({ state }) => state === 'sent' || state === 'sending');
  const [, what = ''] = /^group-([a-z]+):/u.exec(read?.key ?? '') ?? [];
  if (what === '') return { is: 'nothing' };
  return what === 'back' ? { is: 'back' } : { is: 'lost', why: what };
}

/** Tells the officers of a group, once, that messages do not reach it any more, and what can be done. */
export async function groupLostMessages(
  { group, since }: GroupNews,
  why: Unreachable,
  world: World,
): Promise<readonly OutgoingRow[]> {
  const key = `group-${why}:${group.chat}:${since?.toISOString() ?? ''}`;
  const text = html`⚠️ Grup ${bold(group.title)}: ${lostWords(why)}`;
  const message = {
    kind: 'alert',
    key,
    because: 'grup tak terjangkau',
    card: card(text),
    about: about(group.chat),
  } as const;
  return toStaff(await staffForGroup(group, world), message, world, world.clock.now());
}

/** Tells them, once, that messages reach it again. */
export async function groupBackMessages(
  { group, since }: GroupNews,
  world: World,
): Promise<readonly OutgoingRow[]> {
  const key = `group-back:${group.chat}:${since?.toISOString() ?? ''}`;
  const text = html`✅ Grup ${bold(group.title)}: pesan bot sampai lagi. Hubungannya dengan BLK
  seperti semula.`;
  const message = {
    kind: 'recovery',
    key,
    because: 'grup terjangkau',
    card: card(text),
    about: about(group.chat),
  } as const;
  return toStaff(await staffForGroup(group, world), message, world, world.clock.now());
}

const card = (text: Html) => ({
  text,
  buttons: [[{ label: 'Lihat grup', data: 'hubungkan' }]],
});

function lostWords(why: Unreachable): Html {
  if (why === 'silenced')
    return lines(
      'bot tidak boleh menulis lagi, jadi pengumuman dan rekap belum sampai ke sana.',
      'Mohon minta pengurus grup mengizinkan bot menulis, atau menjadikannya admin. Setelah itu ketik /hubungkan di grup tersebut.',
    );
  if (why === 'gone')
    return lines(
      'grup ini sudah tidak ada, jadi pengumuman dan rekap tidak dikirim lagi ke sana.',
      'Bila ada grup pengganti, mohon tambahkan bot ke sana lalu ketik /hubungkan.',
    );
  return lines(
    'bot dikeluarkan, jadi pengumuman dan rekap belum sampai ke sana.',
    'Bila tidak disengaja, mohon minta pengurus grup menambahkan bot kembali. Hubungannya dengan BLK masih kami simpan.',
  );
}
