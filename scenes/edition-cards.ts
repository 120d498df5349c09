import { excerpt } from '../src/board/announcement-words';
import { resendButtons, tallyLines } from '../src/board/edition-news';
import {
  type Result,
  recipientName,
  resultLine,
  resultsOf,
  tallyOf,
} from '../src/board/edition-result';
import { type Announcement, readSince, textOf } from '../src/domain/announcement';
import { type Edition, type Tally, isOver } from '../src/domain/edition';
import { greeting } from '../src/domain/person';
import { bold, html, italic, lines } from '../src/html';
import type { World } from '../src/ports';
import type { Read } from '../src/ports/announcements';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { turningRow } from './page-turning';

const perPage = 20;

/** How a sending went: numbers, how many read it, and what can be done. */
export async function sendingCard(
  { edition, announcement }: { readonly edition: Edition; readonly announcement: Announcement },
  world: World,
): Promise<Card> {
  const [tally, reads] = await Promise.all([
    tallyOf(edition, world),
    world.reads.count(edition.id, { since: readSince(announcement, edition.begunAt) }),
  ]);
  return {
    text: lines(
      bold('Hasil pengiriman'),
      html`“${excerpt(textOf(announcement, edition.begunAt))}”`,
      `Penerima: ${edition.recipients.length} chat`,
      ...tallyLines(tally, edition.withdrawnAt !== undefined),
      `👁 Menandai sudah dibaca: ${reads} orang`,
      ...(edition.withdrawnAt ? [italic('Pengumuman ini sudah ditarik kembali.')] : []),
    ),
    buttons: sendingButtons(edition, tally, announcement),
  };
}

function sendingButtons(
  edition: Edition,
  tally: Tally,
  announcement: Announcement,
): readonly (readonly Button[])[] {
  const { id, withdrawnAt } = edition;
  const of = (does: string) => opens('umumkan', `${id}.${does}`);
  const rows: readonly (readonly (Button | false)[])[] = [
    [
      { label: 'Hasil per penerima', data: of('p0') },
      { label: 'Siapa yang membaca', data: of('b0') },
    ],
    ...resendButtons(edition, tally),
    [
      !isOver(tally) && { label: 'Hentikan pengiriman', data: of('x') },
      tally.sent > 0 && !withdrawnAt && { label: 'Tarik kembali', data: of('t') },
    ],
    [
      { label: 'Perbarui', data: of('s') },
      { label: 'Pengumumannya', data: opens('umumkan', announcement.id) },
    ],
  ];
  return rows.map((row) => row.filter((one) => one !== false)).filter((row) => row.length > 0);
}

/** What became of it for each recipient, those it did not reach first. */
export async function resultsCard(edition: Edition, page: number, world: World): Promise<Card> {
  const results = await resultsOf(edition, world);
  const shown = results.slice(page * perPage, (page + 1) * perPage);
  return {
    text: lines(
      bold('Hasil per penerima'),
      ...(results.length === 0 ? ['Tidak ada penerima.'] : []),
      ...(await Promise.all(shown.map((one) => resultLine(one, world)))),
    ),
    buttons: pageButtons(edition, 'p', page, results.length),
  };
}

/** Who said that they read it, chat by chat; members of groups whom the office does not know are counted. */
export async function readersCard(
  { edition, announcement }: { readonly edition: Edition; readonly announcement: Announcement },
  page: number,
  world: World,
): Promise<Card> {
  const [reads, results] = await Promise.all([
    world.reads.of(edition.id, readSince(announcement, edition.begunAt)),
    resultsOf(edition, world),
  ]);
  const without = new Set(results.filter(({ row }) => row?.state !== 'sent').map(keyOf));
  const shown = edition.recipients.slice(page * perPage, (page + 1) * perPage);
  return {
    text: lines(
      html`${bold('Siapa yang membaca')} · ${new Set(reads.map(({ telegramId }) => telegramId)).size} orang`,
      italic('👁 sudah ditandai dibaca · ▫️ belum'),
      ...(await Promise.all(
        shown.map(async (one) => {
          const here = reads.filter(({ chat }) => chat === one.chat);
          if (without.has(one.key)) return `⏹ ${await recipientName(one, world)}: belum menerima`;
          const mark = here.length === 0 ? '▫️' : '👁';
          const names = one.person === undefined ? await readerNames(here, world) : '';
          return `${mark} ${await recipientName(one, world)}${names}`;
        }),
      )),
    ),
    buttons: pageButtons(edition, 'b', page, edition.recipients.length),
  };
}

const keyOf = ({ recipient }: Result) => recipient.key;

async function readerNames(reads: readonly Read[], world: World): Promise<string> {
  const known = await Promise.all(
    reads.flatMap(({ person }) => (person === undefined ? [] : [world.people.byId(person)])),
  );
  const named = known.flatMap((person) => (person ? [greeting(person)] : []));
  const others = reads.length - named.length;
  const words = [...named, ...(others > 0 ? [`${others} anggota lain`] : [])];
  return words.length === 0 ? ': belum ada' : `: ${words.join(', ')}`;
}

function pageButtons(
  { id }: Edition,
  list: 'p' | 'b',
  page: number,
  total: number,
): readonly (readonly Button[])[] {
  const pages = Math.ceil(total / perPage);
  return [
    ...turningRow(page, pages, (to) => opens('umumkan', `${id}.${list}${to}`)),
    [{ label: 'Kembali', data: opens('umumkan', `${id}.s`) }],
  ];
}
