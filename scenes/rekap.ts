import { completenessLines } from '../src/board/completeness-lines';
import { digestLines, digestOf, messagesOf } from '../src/board/digest';
import { effectLines } from '../src/board/follow-up-effects';
import { obstacleLines } from '../src/board/obstacle-lines';
import { reviewLines } from '../src/board/review-lines';
import { html } from '../src/html';
import { defineView, opens } from '../src/scene';

const dayMs = 24 * 3_600_000;
const days = 30;

/** How the centres in scope stand right now: the digest on demand, with what follow-ups led to. */
export const rekap = defineView({
  command: 'rekap',
  about: 'Ringkasan keadaan BLK',
  for: ['officer', 'head'],
  show: async (ask, world, visitor) => {
    const institutions = await world.institutions.within({ ...visitor.reach, institutions: [] });
    const since = new Date(visitor.now.getTime() - days * dayMs);
    const digest = await digestOf(institutions, world, visitor.now, since);
    const more = await Promise.all([
      completenessLines(institutions, world, visitor.now),
      reviewLines(institutions, world, since),
      obstacleLines(institutions, world, since),
      effectLines(institutions, world, visitor.now, since),
    ]);
    const isOfficer = visitor.roles.has('officer');
    const summary = digestLines(digest, `Rekap ${days} hari`, isOfficer);
    const pages = messagesOf([...summary, ...more.flat()]);
    const page = Math.min(Number(/^h(\d{1,3})$/u.exec(ask)?.[1] ?? 0), pages.length - 1);
    const next = (page + 1) % pages.length;
    const turn = {
      label: `Halaman ${next + 1} dari ${pages.length}`,
      data: opens('rekap', `h${next}`),
    };
    return {
      text: pages[page] ?? html``,
      buttons: [
        ...(pages.length === 1 ? [] : [[turn]]),
        ...(isOfficer ? [[{ label: 'Tugas', data: opens('tugas') }]] : []),
      ],
    };
  },
});
