import { shortName } from '../src/domain/institution';
import { placeMark } from '../src/domain/place-mark';
import { wholeReach } from '../src/domain/rights';
import { type Html, bold, html, lines } from '../src/html';
import type { World } from '../src/ports';
import type { Tally } from '../src/ports/institutions';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { infoTurning, pagesOf } from './info-turning';
import { isolated } from '../src/domain/isolated';
import { remembering } from './info-remembered';
import { searchExample } from './search-example';

const perPage = 8;
/** What is searched for travels in the buttons that turn the pages. */
const longestWords = 40;
/** Stands in the place of a mark where anything will do. */
const any = '-';

/** What of the institutions is looked at: the marks of a regency, a district and a trade, and words. */
export interface InfoLook {
  readonly marks: readonly string[];
  readonly page: number;
  readonly words: string;
}

/** Reads what a button carries: `mark.mark.mark.page words`, or of a search everywhere `page words`. */
export function readLook(rest: string): InfoLook {
  const [, marks = '', page = '0', words = ''] =
    /^((?:[a-z0-9-]{1,7}\.){3})?(\d{1,4})(?: (.*))?$/su.exec(rest) ?? [];
  return { marks: marks === '' ? [] : marks.split('.').slice(0, 3), page: Number(page), words };
}

/** The regencies there are, page by page. */
export async function regencyList(page: number, world: World): Promise<Card> {
  const all = await world.institutions.tally(wholeReach, 'regency');
  const total = all.reduce((sum, { count }) => sum + count, 0);
  return {
    text: lines(
      html`${bold('Info BLK dan pelatihan')} · ${total} lembaga`,
      total === 0
        ? 'Belum ada lembaga dalam daftar kami.'
        : `Silakan pilih daerahnya, atau ${await searchExample(world)}`,
    ),
    buttons: tallies(all, page, {
      of: (name) => `.h${placeMark(name)}`,
      to: (at) => `.R${at}`,
    }),
  };
}

/** The districts or the trades of a regency, page by page. */
export async function placeList(
  by: 'district' | 'trade',
  mark: string,
  page: number,
  world: World,
): Promise<Card> {
  const regency = await named('regency', mark, world);
  const all = await world.institutions.tally(wholeReach, by, regency);
  const ways = {
    of: (name: string) =>
      by === 'district'
        ? `.l${mark}.${placeMark(name)}.${any}.0`
        : `.l${mark}.${any}.${placeMark(name)}.0`,
    to: (at: number) => `.${by === 'district' ? 'd' : 't'}${mark}.${at}`,
  };
  return {
    text: lines(
      html`${bold(by === 'district' ? 'Kecamatan' : 'Kejuruan')} · ${regency ?? 'semua daerah'}`,
      'Silakan pilih salah satu.',
    ),
    buttons: [
      ...tallies(all, page, ways),
      [{ label: 'Kembali', data: opens('info', `.h${mark}`) }],
    ],
  };
}

/** The name that a mark stands for, among those there are now. */
async function named(
  by: 'regency' | 'district' | 'trade',
  mark: string | undefined,
  world: World,
  regency?: string,
): Promise<string | undefined> {
  if (mark === undefined || mark === any || mark === '') return undefined;
  const all = await world.institutions.tally(wholeReach, by, regency);
  return all.find(({ name }) => placeMark(name) === mark)?.name;
}

function tallies(
  all: readonly Tally[],
  page: number,
  { of, to }: { of: (name: string) => string; to: (page: number) => string },
): readonly (readonly Button[])[] {
  const pages = pagesOf(all.length, perPage);
  const shown = Math.min(page, pages - 1);
  return [
    ...all
      .slice(shown * perPage, (shown + 1) * perPage)
      .map(({ name, count }) => [
        { label: `${isolated(name)} (${count})`, data: opens('info', of(name)) },
      ]),
    ...infoTurning(shown, pages, to),
  ];
}

/** A page of institutions, and how many there are on all pages. */
export interface InstitutionList extends Card {
  readonly total: number;
}

/** The institutions of a place or a trade, or those that have these words, page by page. */
export async function institutionList(look: InfoLook, world: World): Promise<InstitutionList> {
  const words = clipped(look.words);
  const place = await placeOf(look, world);
  const here = carried({ ...look, words }, look.page);
  const { institutions, total } = await world.institutions.page(wholeReach, {
    ...{ ...place, words, skip: look.page * perPage, limit: perPage },
  });
  if (institutions.length === 0 && look.page > 0)
    return institutionList({ ...look, page: 0 }, world);
  return {
    total,
    text: await listText(words, place, total, world),
    buttons: [
      ...institutions.map((one) => [
        {
          label: `${shortName(one)} · ${isolated(one.district)}`,
          data: remembering('i', one.id, here),
        },
      ]),
      ...infoTurning(
        look.page,
        pagesOf(total, perPage),
        (at) => `.l${carried({ ...look, words }, at)}`,
      ),
      [await backFrom(look, place, world)],
    ],
  };
}

async function listText(words: string, place: Place, total: number, world: World): Promise<Html> {
  const sought = words === '' ? undefined : html`Pencarian: ${bold(words)}`;
  if (total === 0)
    return lines(
      bold('Info BLK dan pelatihan'),
      sought,
      `Mohon maaf, belum ada yang cocok. Silakan lihat dari awal, atau ${await searchExample(world)}`,
    );
  return lines(
    html`${bold(Object.values(place).at(-1) ?? 'BLK dan LPK')} · ${total} lembaga`,
    sought,
    'Silakan pilih salah satu untuk melihat jadwal dan cara mendaftarnya.',
  );
}

/** The same look as a button carries it; without marks, so that more of the words find room. */
function carried({ marks, words }: InfoLook, page: number): string {
  const place = marks.every((mark) => mark === any)
    ? ''
    : `${[0, 1, 2].map((n) => marks[n] ?? any).join('.')}.`;
  return `${place}${page}${words === '' ? '' : ` ${words}`}`;
}

/** Leads back one level: from a district or a trade to the page of the list it stands on. */
async function backFrom({ marks }: InfoLook, place: Place, world: World): Promise<Button> {
  const mark = marks[0] ?? '';
  const by = place.district === undefined ? 'trade' : 'district';
  const name = place[by];
  if (name === undefined) return { label: 'Kembali ke awal', data: opens('info', `.h${mark}`) };
  const all = await world.institutions.tally(wholeReach, by, place.regency);
  const page = Math.max(0, Math.floor(all.findIndex((one) => one.name === name) / perPage));
  return by === 'district'
    ? { label: 'Kembali ke daftar kecamatan', data: opens('info', `.d${mark}.${page}`) }
    : { label: 'Kembali ke daftar kejuruan', data: opens('info', `.t${mark}.${page}`) };
}

type Place = Partial<Readonly<Record<'regency' | 'district' | 'trade', string>>>;

async function placeOf(
  { marks: [regencyMark, districtMark, tradeMark] }: InfoLook,
  world: World,
): Promise<Place> {
  const regency = await named('regency', regencyMark, world);
  const district = await named('district', districtMark, world, regency);
  const trade = await named('trade', tradeMark, world, regency);
  return {
    ...(regency !== undefined && { regency }),
    ...(district !== undefined && { district }),
    ...(trade !== undefined && { trade }),
  };
}

/** Words as long as a button can carry, whatever letters they are made of. */
function clipped(words: string): string {
  let short = words.replace(/\s+/gu, ' ').trim();
  while (Buffer.byteLength(short) > longestWords) short = Array.from(short).slice(0, -1).join('');
  return short;
}
