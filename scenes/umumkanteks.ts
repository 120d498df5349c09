import { shownAnnouncement } from '../src/board/announcement-cards';
import { rewordEdition } from '../src/board/send-edition';
import { nameOf } from '../src/board/name-of';
import { type Announcement, type Wording, textLimit } from '../src/domain/announcement';
import type { Edition } from '../src/domain/edition';
import { shownCount } from '../src/domain/reading-count';
import { understood } from '../src/domain/reading';
import { bold, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Asking, type Prepared, defineForm, onlyWhen, opens, refused } from '../src/scene';
import { announcementInReach, announcementNotFound } from './announcement-in-reach';
import { withoutFormatting } from '../src/board/announcement-words';
import { readWords } from './announcement-content-steps';
import { choiceStep } from './tapped-choice';

interface Facts {
  readonly announcement: Announcement;
  /** What was sent of it and not taken back. */
  readonly sent: readonly Edition[];
}

const isSent = ({ facts }: Asking<Facts>) => facts.sent.length > 0;
const repeats = ({ facts }: Asking<Facts>) => facts.announcement.repeat !== 'once';

const whichSendings = onlyWhen<'later' | 'all', Facts>(
  (at) => isSent(at) && repeats(at),
  choiceStep({
    label: 'Berlaku untuk',
    ask: 'Berlaku untuk kiriman yang mana?',
    choices: [
      { label: 'Hanya kiriman berikutnya', says: 'later' },
      { label: 'Juga yang sudah terkirim', says: 'all' },
    ],
    forks: true,
  }),
);

const meaning = onlyWhen<'other' | 'same', Facts>(
  (at) => isSent(at) && at.soFar['sendings'] !== 'later',
  choiceStep({
    label: 'Isinya',
    ask: 'Apakah isinya berubah, sehingga perlu ditandai dibaca lagi?',
    choices: [
      { label: 'Ya, mohon dibaca lagi', says: 'other' },
      { label: 'Tidak, hanya perbaikan kecil', says: 'same' },
    ],
  }),
);

/** Gives an announcement other words, also where it was sent already. */
export const umumkanteks = defineForm({
  command: 'umumkanteks',
  about: 'Ubah tulisan pengumuman',
  title: 'Ubah pengumuman',
  unlisted: true,
  for: ['officer', 'head'],
  prepare,
  preface: ({ announcement }: Facts) =>
    lines(bold('Tulisan sekarang:'), shownAnnouncement(announcement, { id: '' }).card.text),
  send: 'Simpan',
  steps: {
    text: {
      label: 'Tulisan baru',
      ask: ({ facts }) =>
        `Silakan ketik tulisan yang baru, lengkap, paling banyak ${shownCount(textLimit(facts.announcement.attachment))} huruf.`,
      formatted: true,
      read: (said, { facts }) => readWords(said, facts.announcement.attachment),
      show: withoutFormatting,
    },
    sendings: whichSendings,
    meaning,
  },

  async finish({ id, answers, facts, visitor, world }) {
    const { announcement, sent } = facts;
    const by = visitor.person?.id ?? '';
    const wording: Wording = {
      ...{ id, text: answers.text, by, at: visitor.now },
      ...(answers.sendings === 'later' && { onlyLater: true }),
      ...(answers.meaning === 'other' && { readAnew: true }),
    };
    await world.announcements.reword(announcement.id, wording);
    const reworded = { ...announcement, wordings: [...announcement.wordings, wording] };
    if (!wording.onlyLater)
      for (const edition of sent) await rewordEdition(reworded, edition, world);
    await world.audit.note({
      id: `announced:${id}`,
      who: by,
      did: 'announced',
      what: `${announcement.id}, reworded`,
      at: visitor.now,
    });
    return {
      text: lines(
        bold('Tulisan baru sudah disimpan. ✅'),
        wherever(wording, sent),
        'Beginilah sekarang:',
      ),
      next: [shownAnnouncement(reworded, { id: 'contoh' }).card],
      buttons: [[{ label: 'Buka pengumuman', data: opens('umumkan', announcement.id) }]],
    };
  },
});

function wherever({ onlyLater, readAnew }: Wording, sent: readonly Edition[]): string {
  if (onlyLater || sent.length === 0) return 'Berlaku mulai kiriman berikutnya.';
  return readAnew
    ? 'Pesan yang sudah terkirim ikut diganti, dan tanda sudah dibaca dihitung dari awal.'
    : 'Pesan yang sudah terkirim ikut diganti.';
}

/** Finds the announcement that a button names, with the wording it showed: another one may be newer. */
async function prepare(world: World, visitor: Visitor, asked: string): Promise<Prepared<Facts>> {
  const [id = '', shown] = asked.split('.');
  const announcement = await announcementInReach(id, world, visitor);
  if (!announcement || announcement.state === 'draft')
    return { ok: false, why: announcementNotFound };
  const newest = announcement.wordings.at(-1);
  if (shown !== undefined && newest && newest.id !== shown)
    return refused(
      `Mohon maaf, tulisannya baru saja diubah oleh ${await nameOf(newest.by, world, 'petugas lain')}, jadi perubahan Anda belum disimpan. Silakan buka pengumumannya dulu.`,
      [[{ label: 'Buka pengumuman', data: opens('umumkan', id) }]],
    );
  const editions = await world.editions.of(id);
  return understood({ announcement, sent: editions.filter(({ withdrawnAt }) => !withdrawnAt) });
}
