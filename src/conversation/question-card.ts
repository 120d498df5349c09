import type { Day } from '../domain/day';
import { type Html, bold, html, italic, lines, plain, shownLength } from '../html';
import type { AnyForm, Choice } from '../scene';
import type { Button, Card } from '../talk';
import { type FormVerb, packTap, wholeForm } from './button-data';
import { buttonRows } from './button-rows';
import { calendarRows, monthOf } from './calendar-rows';
import { askingAt, choicesAt } from './hear';
import { photosIn, picksIn } from './heard';
import type { Look } from './look';
import type { Draft } from './memory';
import type { StepPlace, Surroundings } from './place';
import { prefaceLines } from './preface-lines';
import { progress } from './progress';
import { wordsAgain } from './words-again';
import { isolated } from '../domain/isolated';

/** How many choices one message shows: all kinds of activity; more are paged, or found by typing. */
const choicesPerPage = 12;

/** A question as it is shown: the form, where it stands, and what is being looked at. */
interface Shown {
  readonly form: AnyForm;
  readonly draft: Draft;
  readonly place: StepPlace;
  readonly around: Surroundings;
}

/** The message that asks the question at this place. */
export function questionCard(shown: Shown, look: Look = {}): Card {
  const { draft, place } = shown;
  const pack: Pack = (does) => packTap({ form: draft.id, step: place.name, does });
  return {
    text: textOf(shown, look),
    buttons: [...answerRows(shown, look, pack), navigation(draft, place, pack)],
    ...(place.step.phone && { next: [sharingPhone] }),
  };
}

/** A message of Telegram's holds so many characters. */
const longestMessage = 4_096;

/** What was answered before is shown where there is room for it. */
function textOf(shown: Shown, { why, refused }: Look): Html {
  const again = wordsAgain(shown, refused);
  const whole = linesOf(shown, why, again.length > 0 ? [...again, ''] : []);
  return shownLength(whole) <= longestMessage ? whole : linesOf(shown, why, []);
}

function linesOf(shown: Shown, said: string | undefined, again: readonly (Html | string)[]): Html {
  const { form, draft, place, around } = shown;
  const why = said ?? place.why;
  return lines(
    html`${bold(form.title)} · ${progress(shown)}`,
    '',
    ...prefaceLines(form, around),
    ...(why === undefined ? [] : [italic(why), '']),
    ...again,
    question(place, around),
    photoCount(draft, place),
  );
}

/** Buttons and a keyboard cannot stand in one message. */
const sharingPhone: Card = {
  text: plain('Nomor Telegram Anda sendiri dapat dikirim dengan tombol di bawah layar.'),
  keyboard: { sharePhone: 'Kirim nomor telepon saya' },
};

type Pack = (does: FormVerb) => string;

function question(place: StepPlace, around: Surroundings): Html {
  const { ask } = place.step;
  const words = typeof ask === 'function' ? ask(askingAt(place, around)) : ask;
  return typeof words === 'string' ? plain(words) : words;
}

function photoCount(draft: Draft, place: StepPlace): string | undefined {
  const { length } = photosIn(draft.heard[place.name]);
  if (length === 0) return undefined;
  const isFull = length >= (place.step.photos?.most ?? length);
  return `Sudah ada ${length} foto. Silakan ${isFull ? '' : 'kirim lagi, atau '}ketuk Selesai.`;
}

function answerRows(
  { draft, place, around }: Shown,
  look: Look,
  pack: Pack,
): readonly (readonly Button[])[] {
  if (place.step.photos) return photoRows(draft, place, pack);
  const range = calendarRange(place, around);
  const choices = look.offers ?? choicesAt(place, around);
  if (place.step.many) return manyRows(choices, { draft, place }, look, pack);
  const rows = choiceRows(choices, look.page ?? 0, pack);
  if (!range) return rows;
  if (look.month !== undefined)
    return [...calendarRows(within(look.month, range), range, pack), ...rows];
  return [
    ...rows,
    [
      {
        label: '📅 Pilih di kalender',
        data: pack({ verb: 'month', month: monthOf(around.today) }),
      },
    ],
  ];
}

/** The month nearest to the one asked for in which there is something to tap. */
function within(month: string, { from, to }: { from: Day; to: Day }): string {
  if (month > monthOf(to)) return monthOf(to);
  return month < monthOf(from) ? monthOf(from) : month;
}

function calendarRange(place: StepPlace, around: Surroundings) {
  const { calendar } = place.step;
  return typeof calendar === 'function' ? calendar(askingAt(place, around)) : calendar;
}

function photoRows(draft: Draft, place: StepPlace, pack: Pack): readonly (readonly Button[])[] {
  if (photosIn(draft.heard[place.name]).length === 0) return [];
  return [
    [
      { label: 'Selesai', data: pack({ verb: 'done' }) },
      { label: 'Kosongkan foto', data: pack({ verb: 'clear' }) },
    ],
  ];
}

/** Choices of which several may be taken: those that were are marked, and a button ends the taking. */
function manyRows(
  choices: readonly Choice[],
  { draft, place }: Pick<Shown, 'draft' | 'place'>,
  { page, near }: Look,
  pack: Pack,
): readonly (readonly Button[])[] {
  const picks = picksIn(draft.heard[place.name]);
  const marked = choices.map(({ label, says }) => ({
    label: picks.includes(says) ? `✓ ${isolated(label)}` : label,
    says,
  }));
  const nearest = Math.max(
    0,
    choices.findIndex(({ says }) => says === near),
  );
  return [
    ...choiceRows(marked, page ?? Math.floor(nearest / choicesPerPage), pack),
    ...(picks.length === 0
      ? []
      : [[{ label: `Selesai (${picks.length} dipilih)`, data: pack({ verb: 'done' }) }]]),
  ];
}

function choiceRows(
  choices: readonly Choice[],
  page: number,
  pack: Pack,
): readonly (readonly Button[])[] {
  const pages = Math.max(1, Math.ceil(choices.length / choicesPerPage));
  const shown = Math.min(page, pages - 1);
  const buttons = choices
    .slice(shown * choicesPerPage, (shown + 1) * choicesPerPage)
    .map(({ label, says }) => ({ label, data: pack({ verb: 'answer', says }) }));
  const rows = buttonRows(buttons);
  return pages === 1 ? rows : [...rows, turnPages(shown, pages, pack)];
}

const turnPages = (shown: number, pages: number, pack: Pack): readonly Button[] => [
  { label: '‹', data: pack({ verb: 'page', page: (shown + pages - 1) % pages }) },
  { label: `${shown + 1} / ${pages}`, data: pack({ verb: 'none' }) },
  { label: '›', data: pack({ verb: 'page', page: (shown + 1) % pages }) },
];

function navigation(draft: Draft, place: StepPlace, pack: Pack): readonly Button[] {
  const canReturn = place.trail.length > 0 || draft.changing !== undefined;
  const said = draft.heard[place.name];
  const gathered = photosIn(said).length + picksIn(said).length;
  const skippable = place.step.optional && gathered === 0;
  return [
    ...(canReturn ? [{ label: 'Kembali', data: pack({ verb: 'back' }) }] : []),
    ...(skippable ? [{ label: 'Lewati', data: pack({ verb: 'skip' }) }] : []),
    { label: 'Batal', data: packTap({ form: draft.id, step: wholeForm, does: { verb: 'drop' } }) },
  ];
}
