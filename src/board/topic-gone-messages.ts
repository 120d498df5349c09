import { bold, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { Group } from '../ports/groups';
import { staffForGroup } from './staff-for-group';
import { toStaff } from './to-staff';

/** Tells the officers of a group, once, that the forum topic it was written to is gone, and what can be done. */
export async function topicGoneMessages(
  group: Group,
  thread: number,
  world: World,
): Promise<readonly OutgoingRow[]> {
  const message = {
    kind: 'alert',
    key: `group-topic:${group.chat}:${thread}`,
    because: 'topik grup terhapus',
    card: {
      text: lines(
        html`⚠️ Grup ${bold(group.title)}: topik tujuan pengumuman dan rekap sudah dihapus.`,
        'Sejak sekarang pesan dikirim ke topik umum grup itu. Bila ada topik lain yang lebih tepat, silakan ketik /hubungkan di topik tersebut, lalu ketuk Kirim ke topik ini.',
      ),
      buttons: [[{ label: 'Lihat grup', data: 'hubungkan' }]],
    },
  } as const;
  return toStaff(await staffForGroup(group, world), message, world, world.clock.now());
}
