import { type Institution, shortName } from '../src/domain/institution';
import { type Html, bold, html, lines } from '../src/html';
import type { World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { placesOf } from './group-link-cards';
import type { LinkFacts } from './group-link-facts';
import { pageTurning } from './page-turning';

const scene = 'hubungkan';
const perPage = 8;

/** A page of the institutions in scope; a tap links one, or takes it away when it is linked. */
export async function placesCard(facts: LinkFacts, page: number, world: World): Promise<Card> {
  const { institutions, total } = await look(facts, { page }, world);
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (page >= pages) return placesCard(facts, pages - 1, world);
  return listed(facts, institutions, {
    ask: 'Silakan ketuk untuk menghubungkan atau melepas, atau ketik namanya, misalnya: /hubungkan iman.',
    page: `.${page}`,
    turning: pageTurning('.b', page, pages, scene),
  });
}

/** The institutions in scope that have these words. */
export async function foundCard(facts: LinkFacts, words: string, world: World): Promise<Card> {
  const { institutions, total } = await look(facts, { page: 0, words }, world);
  return listed(facts, institutions, { ask: foundWords(total), page: '', turning: [] });
}

function foundWords(total: number): string {
  if (total === 0)
    return 'Mohon maaf, BLK itu tidak ditemukan di wilayah tugas Anda. Silakan ketik nama lain, misalnya: /hubungkan iman.';
  return total > perPage
    ? `Ada ${total} BLK yang cocok. Silakan ketik namanya lebih lengkap.`
    : 'Silakan ketuk untuk menghubungkan atau melepas.';
}

/** A page of those that are linked. */
export function linkedCard(facts: LinkFacts, asked: number): Card {
  const pages = Math.max(1, Math.ceil(facts.own.length / perPage));
  const page = Math.min(asked, pages - 1);
  return listed(facts, facts.own.slice(page * perPage, (page + 1) * perPage), {
    ask: facts.own.length === 0 ? 'Belum ada BLK yang terhubung.' : 'Ketuk BLK untuk melepasnya.',
    page: '',
    turning: pageTurning('.d', page, pages, scene),
  });
}

const look = ({ scope }: LinkFacts, at: { page: number; words?: string }, world: World) =>
  world.institutions.page(
    { institutions: [], regencies: scope },
    { skip: at.page * perPage, limit: perPage, ...(at.words !== undefined && { words: at.words }) },
  );

interface Listing {
  readonly ask: string;
  /** What a tap adds to its data, to come back to the same page. */
  readonly page: string;
  readonly turning: readonly (readonly Button[])[];
}

function listed(facts: LinkFacts, some: readonly Institution[], listing: Listing): Card {
  return {
    text: lines(html`🔗 Grup ${bold(facts.group.title)}`, ...replacedLines(facts), listing.ask),
    buttons: [
      ...some.map((one) => [tick(one, facts, listing.page)]),
      ...listing.turning,
      [{ label: 'Selesai', data: opens(scene) }],
    ],
  };
}

/** Choosing some takes the place of all; whoever taps should know before. */
const replacedLines = ({ link }: LinkFacts): readonly Html[] =>
  link?.institutions === 'all'
    ? [
        html`Sekarang grup ini terhubung dengan ${bold('semua BLK')} ${placesOf(link.regencies)}. Begitu
        satu BLK diketuk, grup ini hanya terhubung dengan BLK yang diberi ✅.`,
      ]
    : [];

/** The button says what is to hold after the tap, so that a tap done twice changes nothing more. */
function tick(one: Institution, { own }: LinkFacts, page: string): Button {
  const isLinked = own.some(({ id }) => id === one.id);
  return isLinked
    ? { label: `✅ ${shortName(one)}`, data: opens(scene, `.l.${one.id}${page}`) }
    : { label: shortName(one), data: opens(scene, `.p.${one.id}${page}`) };
}
