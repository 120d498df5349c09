import { dayAt } from '../src/domain/day';
import { shortDay } from '../src/domain/indonesian-dates';
import { type Institution, shortName } from '../src/domain/institution';
import type { Interest } from '../src/domain/interest';
import { shownPhone } from '../src/domain/reading-phone';
import { type Html, bold, html, lines } from '../src/html';
import { isolated } from '../src/domain/isolated';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { turningRow } from './page-turning';

const perPage = 8;

/** Those who wait for a call from the centres in reach, the newest first, a page at a time. */
export async function interestList(page: number, world: World, visitor: Visitor): Promise<Card> {
  const institutions = await world.institutions.within(visitor.reach);
  const { interests, total } = await world.interests.waiting(
    institutions.map(({ id }) => id),
    { skip: page * perPage, limit: perPage },
  );
  const numbered = interests.map((interest, n) => ({ interest, number: page * perPage + n + 1 }));
  return {
    text: lines(
      bold('Peminat yang belum dihubungi'),
      total === 0
        ? 'Saat ini tidak ada peminat yang menunggu.'
        : `Ada ${total} orang. Setelah dihubungi, silakan ketuk namanya.`,
      ...(await Promise.all(numbered.map((one) => line(one, institutions, world)))),
    ),
    buttons: [
      ...numbered.map((one) => [called(one)]),
      ...turningRow(page, Math.ceil(total / perPage), (to) => opens('peminat', `h${to}`)),
    ],
  };
}

interface Numbered {
  readonly interest: Interest;
  readonly number: number;
}

async function line(
  { interest, number }: Numbered,
  institutions: readonly Institution[],
  world: World,
): Promise<Html> {
  const { name, phone = '', course: id, at } = interest;
  const institution = institutions.find((one) => one.id === interest.institution);
  const course = id === undefined ? undefined : await world.courses.one(id);
  const where = institution ? html`, BLK ${shortName(institution)}` : html``;
  const what = course ? html` · ${course.title}` : html``;
  const since = shortDay(dayAt(at, institution?.zone ?? world.zone));
  return html`${number}. ${bold(name)}, ${shownPhone(phone)}${where}${what}, ${since}`;
}

const called = ({ interest, number }: Numbered): Button => ({
  label: `✅ ${number}. ${isolated(interest.name)}`,
  data: opens('peminat', interest.id),
});
