import { noteRead } from '../src/board/note-read';
import { defineView } from '../src/scene';

/** The button under an announcement: whoever taps it says that they read it. */
export const dibaca = defineView({
  command: 'dibaca',
  about: 'Tandai pengumuman sudah dibaca',
  unlisted: true,
  inGroups: true,
  for: ['public'],
  async show(ask, world, visitor, chat) {
    if (ask === 'contoh') return { toast: 'Ini hanya contoh, jadi tidak dihitung.' };
    const read = await noteRead(ask, chat, world, visitor);
    return { toast: words[read] };
  },
});

const words = {
  new: 'Terima kasih, sudah kami catat.',
  again: 'Terima kasih, tadi sudah kami catat.',
  unknown: 'Mohon maaf, pengumuman ini sudah tidak berlaku.',
} as const;
