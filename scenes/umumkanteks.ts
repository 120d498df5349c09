import { shownAnnouncement } from '../src/board/announcement-cards';
import { rewordEdition } from '../src/board/send-edition';
import { type Announcement, textLimit } from '../src/domain/announcement';
import { understood, unclear } from '../src/domain/reading';
import { bold, lines } from '../src/html';
import { defineForm, opens } from '../src/scene';
import { announcementInReach, announcementNotFound } from './announcement-in-reach';
import { withoutFormatting } from '../src/board/announcement-words';
import { readWords } from './announcement-content-steps';

interface Facts {
  readonly announcement: Announcement;
}

/** Gives an announcement other words, also where it was sent already. */
export const umumkanteks = defineForm({
  command: 'umumkanteks',
  about: 'Ubah tulisan pengumuman',
  title: 'Ubah pengumuman',
  unlisted: true,
  for: ['officer', 'head'],
  async prepare(world, visitor, id) {
    const announcement = await announcementInReach(id, world, visitor);
    return announcement && announcement.state !== 'draft'
      ? understood({ announcement })
      : unclear(announcementNotFound);
  },
  preface: ({ announcement }: Facts) =>
    lines(bold('Tulisan sekarang:'), shownAnnouncement(announcement, '').card.text),
  send: 'Simpan',
  steps: {
    text: {
      label: 'Tulisan baru',
      ask: ({ facts }) =>
        `Silakan ketik tulisan yang baru, lengkap, paling banyak ${textLimit(facts.announcement.attachment)} huruf.`,
      formatted: true,
      read: (said, { facts }) => readWords(said, facts.announcement.attachment),
      show: withoutFormatting,
    },
  },

  async finish({ id, answers, facts, visitor, world }) {
    const { announcement } = facts;
    const by = visitor.person?.id ?? '';
    const wording = { id, text: answers.text, by, at: visitor.now };
    await world.announcements.reword(announcement.id, wording);
    const reworded = { ...announcement, wordings: [...announcement.wordings, wording] };
    const editions = await world.editions.of(announcement.id);
    for (const edition of editions)
      if (!edition.withdrawnAt) await rewordEdition(reworded, edition, world);
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
        'Pesan yang sudah terkirim ikut diganti. Beginilah sekarang:',
      ),
      next: [shownAnnouncement(reworded, 'contoh').card],
      buttons: [[{ label: 'Buka pengumuman', data: opens('umumkan', announcement.id) }]],
    };
  },
});
