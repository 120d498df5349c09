import { shortName } from '../src/domain/institution';
import { shownCount } from '../src/domain/reading-count';
import { type Html, bold, html, lines } from '../src/html';
import { opens } from '../src/scene';
import type { Button, Card, Chat } from '../src/talk';
import { type LinkFacts, isPartlyOwn } from './group-link-facts';

const scene = 'hubungkan';
const mostNamed = 8;

/** The group, what it is linked to, and what can be done about that. */
export function groupLinkCard(facts: LinkFacts, chat: Chat): Card {
  const { group, link, own } = facts;
  const first: readonly Button[] = [
    { label: allLabel(facts), data: opens(scene, '.a') },
    { label: 'Pilih BLK', data: opens(scene, '.b.0') },
  ];
  return {
    text: lines(
      html`🔗 Grup ${bold(group.title)}`,
      ...linkLines(facts),
      topicLine(facts, chat),
      '',
      link
        ? 'Grup ini menerima pengumuman, ucapan terima kasih, dan rekap bulanan.'
        : 'Silakan pilih, atau ketik sebagian nama BLK-nya, misalnya: /hubungkan iman.',
    ),
    buttons: [
      first,
      ...(isElsewhere(facts, chat) && isPartlyOwn(facts)
        ? [[{ label: 'Kirim ke topik ini', data: opens(scene, '.t') }]]
        : []),
      ...(own.length > 0 ? [[{ label: 'BLK yang terhubung', data: opens(scene, '.d.0') }]] : []),
      ...(isPartlyOwn(facts) ? [[{ label: 'Putuskan', data: opens(scene, '.u') }]] : []),
    ],
  };
}

const allLabel = ({ scope }: LinkFacts) =>
  scope === 'all' ? 'Semua BLK' : 'Semua BLK di wilayah saya';

/** What a group is linked to, in words; what lies outside the officer's scope is only counted. */
export function linkLines({ link, own, elsewhere }: LinkFacts): readonly Html[] {
  if (!link) return [html`Belum terhubung dengan BLK mana pun.`];
  if (link.institutions === 'all')
    return [html`Terhubung dengan semua BLK ${placesOf(link.regencies)}.`];
  const named = own.slice(0, mostNamed).map(shortName).join(', ');
  const more = own.length > mostNamed ? `, dan ${own.length - mostNamed} lainnya` : '';
  return [
    ...(own.length > 0
      ? [html`Terhubung dengan ${shownCount(own.length)} BLK: ${bold(named)}${more}.`]
      : []),
    ...(elsewhere > 0
      ? [html`Terhubung dengan ${shownCount(elsewhere)} BLK di luar wilayah tugas Anda.`]
      : []),
  ];
}

/** Where the institutions of a group are, in words. */
export const placesOf = (regencies: readonly string[] | 'all') =>
  regencies === 'all' ? 'di semua wilayah' : `di ${regencies.join(', ')}`;

const isElsewhere = ({ group, link }: LinkFacts, { thread }: Chat): boolean =>
  link !== undefined && group.thread !== thread;

/** Where in a forum messages go. */
function topicLine(facts: LinkFacts, chat: Chat): string | undefined {
  const { thread } = chat;
  if (thread === undefined && facts.group.thread === undefined) return undefined;
  const to = facts.link ? facts.group.thread : thread;
  if (to === undefined) return 'Pesan dikirim ke topik umum grup ini.';
  return isElsewhere(facts, chat)
    ? 'Pesan dikirim ke topik lain di grup ini.'
    : 'Pesan dikirim ke topik tempat perintah ini diketik.';
}

/** Asks before a link is taken away. */
export const unlinkQuestion = (facts: LinkFacts, yes: string, no: string): Card => ({
  text: lines(
    html`Putuskan hubungan grup ${bold(facts.group.title)}?`,
    ...linkLines(facts),
    facts.elsewhere > 0
      ? 'Hubungan dengan BLK di luar wilayah tugas Anda tetap ada.'
      : 'Setelah itu grup ini tidak menerima pengumuman dan rekap lagi.',
  ),
  buttons: [
    [
      { label: 'Ya, putuskan', data: opens(scene, yes) },
      { label: 'Tidak jadi', data: opens(scene, no) },
    ],
  ],
});
