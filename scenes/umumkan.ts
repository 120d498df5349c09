import { newsCard } from '../src/board/edition-news';
import { tallyOf } from '../src/board/edition-result';
import { plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Elsewhere, type Flash, defineView } from '../src/scene';
import type { Card } from '../src/talk';
import { announcementCard } from './announcement-card';
import { announcementInView, announcementNotFound, editionInView } from './announcement-in-reach';
import { announcementList } from './announcement-list';
import { doDraft } from './do-draft';
import { doEdition } from './do-edition';
import { readersCard, resultsCard } from './edition-cards';

/**
 * The announcements of the office: a list, one of them, one sending of it, and what is done with them.
 *
 * Asked for `h2` it shows a page of the list; for an id an announcement, with `.k`, `.c`, `.h` after it
 * it confirms, tries out or drops a draft, with `.e1` it shows older sendings, with `.x` and `.y` it stops what is planned. An id with the
 * number of a sending, `ID.0`, shows how that went; `.p2` who got it, `.b2` who read it, `.u` sends it
 * again to those it did not reach, `.x` stops it, `.t` and `.T` take it back.
 */
export const umumkan = defineView({
  command: 'umumkan',
  about: 'Pengumuman',
  for: ['officer', 'head'],
  show: async (ask, world, visitor) => {
    const [, page] = /^(?:h(\d{1,4}))?$/u.exec(ask) ?? [];
    if (ask === '' || page !== undefined)
      return announcementList(Number(page ?? 0), world, visitor);
    const [, id = '', number, does = ''] =
      /^([0-9A-Z]+)(?:\.(\d{1,5}))?(?:\.(\w{1,6}))?$/u.exec(ask) ?? [];
    return number === undefined
      ? ofAnnouncement(id, does, world, visitor)
      : ofEdition(`${id}.${number}`, does, world, visitor);
  },
});

const notTheirs: Flash = {
  toast:
    'Mohon maaf, pengumuman ini hanya dapat diubah oleh pembuatnya atau petugas seluruh wilayahnya.',
};

type Shown = Promise<Card | Elsewhere | Flash>;

async function ofAnnouncement(id: string, does: string, world: World, visitor: Visitor): Shown {
  const inView = await announcementInView(id, world, visitor);
  if (!inView) return { text: plain(announcementNotFound) };
  const { announcement, isTheirs } = inView;
  const [, page] = /^(?:e(\d{1,4}))?$/u.exec(does) ?? [];
  if (does === '' || page !== undefined)
    return announcementCard(inView, world, { page: Number(page ?? 0) });
  return isTheirs || does === 'l' ? doDraft(does, announcement, world, visitor) : notTheirs;
}

async function ofEdition(id: string, does: string, world: World, visitor: Visitor): Shown {
  const found = await editionInView(id, world, visitor);
  if (!found) return { text: plain(announcementNotFound) };
  const { edition, announcement, isTheirs } = found;
  const [, list, page = '0'] = /^([pb])(\d{1,4})$/u.exec(does) ?? [];
  if (list === 'p') return resultsCard(edition, Number(page), world);
  if (list === 'b') return readersCard(found, Number(page), world);
  if (!isTheirs) return does === 's' ? announcementCard(found, world) : notTheirs;
  if (does !== '') return doEdition(does, found, world, visitor);
  return newsCard(announcement, edition, await tallyOf(edition, world));
}
