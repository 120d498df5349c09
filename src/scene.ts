import type { Photo } from './domain/activity-report';
import type { Day } from './domain/day';
import type { Role } from './domain/person';
import { type Choice, type Reading, unclear } from './domain/reading';
import type { Html } from './html';
import type { Visitor, World } from './ports';
import type { Button, Card, Chat, ReceivedFile } from './talk';

export type { Choice } from './domain/reading';

/** What a step may look at: the facts its form prepared, the answers so far, the person and their day. */
export interface Asking<F> {
  readonly facts: F;
  readonly soFar: Readonly<Record<string, unknown>>;
  readonly today: Day;
  readonly visitor: Visitor;
}

type Given<V, F> = V | ((at: Asking<F>) => V);

/** One question of a form. `T` is what its answer means, `F` the facts the form prepared. */
export interface Step<T, F = unknown> {
  /** The field's name at the summary. */
  readonly label: string;
  readonly ask: Given<string | Html, F>;
  readonly choices?: Given<readonly Choice[], F>;
  /** Offers a calendar whose days from `from` to `to` can be tapped. */
  readonly calendar?: Given<{ readonly from: Day; readonly to: Day }, F>;
  /** Takes photos instead of words. */
  readonly photos?: { readonly most: number };
  /** Takes a file instead of words. */
  readonly file?: boolean;
  /** The step that is answered by words which come with the photos or the file, or in their place. */
  readonly wordsAnswer?: string;
  /** What a photo or a file answers that is sent here, too early: words by step name. */
  readonly sentAnswers?: (
    sent: 'photo' | 'file',
    at: Asking<F>,
  ) => Readonly<Record<string, string>> | undefined;
  /** Takes what was written or made by others and is forwarded. */
  readonly forwards?: boolean;
  /** Offers a button that shares one's own telephone number, which is then read like words. */
  readonly phone?: boolean;
  /** Takes several of the choices; `pick` reads one of them, as tapped or typed, and names it. */
  readonly many?: { readonly pick: (said: string, at: Asking<F>) => Reading<string> };
  /** Reads what was formatted in Telegram too, as `domain/formatted-text` writes it. */
  readonly formatted?: boolean;
  /** Reads words as an answer; `why` is one kind sentence with an example. */
  readonly read: (said: string, at: Asking<F>) => Reading<T>;
  /** The words to remember instead of what was said: "kemarin" must stay the same day tomorrow. */
  readonly keep?: (value: T) => string;
  readonly show?: (value: T, at: Asking<F>) => string;
  readonly optional?: boolean;
  readonly when?: (at: Asking<F>) => boolean;
  /** The answer decides which questions follow, so no total can be promised before it. */
  readonly forks?: boolean;
}

/** A finished form, on its way into the books. The same `id` may arrive twice and must count once. */
export interface Done<A, F> {
  readonly id: string;
  readonly answers: A;
  /** The names of the answers that the person gave themselves; the others were there from the start. */
  readonly own: ReadonlySet<string>;
  readonly facts: F;
  readonly visitor: Visitor;
  readonly world: World;
}

/** An answer given before the form began: words, photos or a file sent earlier, picks, or that it was skipped. */
export type Foregone =
  | string
  | readonly Photo[]
  | { readonly skipped: true }
  | { readonly file: ReceivedFile }
  | { readonly picks: readonly string[] };

interface Listed {
  readonly command: string;
  /** One phrase for /bantuan and Telegram's menu. */
  readonly about: string;
  readonly for: readonly Role[];
  /** Left out of /bantuan and the menu. */
  readonly unlisted?: boolean;
}

/** Why a form cannot go on for somebody, and the buttons that lead on from there. */
export interface Refusal {
  readonly ok: false;
  readonly why: string;
  readonly buttons?: readonly (readonly Button[])[];
}

/** What a form found before it asks: its facts, or why it cannot go on. */
export type Prepared<F> = { readonly ok: true; readonly value: F } | Refusal;

/** A conversation that asks step by step, shows a summary and saves once. */
export interface Form<A = unknown, F = unknown> extends Listed {
  readonly kind: 'form';
  readonly title: string;
  /**
   * Gathers the facts the steps need, at every turn, so that lost rights stop a form at once.
   * `argument` is what followed the command that began it (`/start KODE`); it comes from outside.
   */
  readonly prepare: (world: World, visitor: Visitor, argument: string) => Promise<Prepared<F>>;
  readonly steps: { readonly [K in keyof A]: Step<A[K], F> };
  /** Answers that are there from the start, by step name, in the words a person would have said. */
  readonly given?: (facts: F) => Readonly<Record<string, Foregone>>;
  /** What is said above every question and the summary: what the form answers to. */
  readonly preface?: (facts: F) => Html;
  /** What is said when it is cancelled, where that leaves something as it was. */
  readonly dropped?: (argument: string) => string | undefined;
  /** The word on the button that saves; *Kirim* unless said otherwise. */
  readonly send?: string;
  readonly finish: (done: Done<A, F>) => Promise<Card>;
}

/** A page that answers at once; its buttons lead to other pages (`/riwayat`, page 2). */
export interface View extends Listed {
  readonly kind: 'view';
  /** Answers in groups too; what it shows there is seen by everybody in them. */
  readonly inGroups?: true;
  /** `ask` is the command's argument or what a button carries; it comes from outside and may be anything. */
  readonly show: (
    ask: string,
    world: World,
    visitor: Visitor,
    chat: Chat,
  ) => Promise<Card | Elsewhere | Flash>;
}

/** Instead of a page: a sentence that flashes up over the tapped button; the message stays as it is. */
export interface Flash {
  readonly toast: string;
}

/** Instead of a page: the command of the scene that goes on from here, and what it is asked. */
export interface Elsewhere {
  readonly leadsTo: string;
  readonly ask?: string;
}

export type AnyForm = Form<Record<string, unknown>>;
export type Scene = AnyForm | View;

/**
 * Declares a form; the types of its answers are those of its `read` functions.
 *
 * The list of scenes cannot name every form's own types, so they are forgotten here, in one place:
 * only the form's own steps ever receive its facts and answers.
 */
export const defineForm = <A, F>(form: Omit<Form<A, F>, 'kind'>): AnyForm =>
  ({ ...form, kind: 'form' }) as unknown as AnyForm;

/** Declares a page. */
export const defineView = (view: Omit<View, 'kind'>): View => ({ ...view, kind: 'view' });

/** Makes a step skippable with *Lewati*. */
export const optional = <T, F>(step: Step<T, F>): Step<T | undefined, F> => ({
  ...(step as Step<T | undefined, F>),
  optional: true,
});

/** Says why a form cannot go on, and offers what can be done instead. */
export const refused = (why: string, buttons: readonly (readonly Button[])[]): Refusal => ({
  ok: false,
  why,
  buttons,
});

/** Asks a step only in some cases. */
export const onlyWhen = <T, F>(
  when: (at: Asking<F>) => boolean,
  step: Step<T, F>,
): Step<T | undefined, F> => ({ ...(step as Step<T | undefined, F>), when });

/** A step that takes photos, none needed. */
export const photoStep = <F>({
  most,
  ...words
}: Pick<Step<unknown>, 'label' | 'wordsAnswer' | 'forwards'> & {
  readonly ask: string;
  readonly most: number;
}): Step<readonly Photo[], F> => ({
  ...words,
  photos: { most },
  optional: true,
  read: () => ({ ok: true, value: [] }),
  show: photoCount,
});

/** A step that takes a file. */
export const fileStep = <F>(
  words: Pick<Step<unknown>, 'label' | 'wordsAnswer' | 'forwards'> & { readonly ask: string },
): Step<ReceivedFile, F> => ({
  ...words,
  file: true,
  read: () => unclear('Mohon maaf, di sini yang ditunggu berkas, bukan tulisan.'),
  show: ({ name }) => name,
});

/** A step that takes several of its choices; its value is what `pick` named, in the order of picking. */
export const manyStep = <F>(words: {
  label: string;
  ask: Given<string | Html, F>;
  choices: Given<readonly Choice[], F>;
  pick: (said: string, at: Asking<F>) => Reading<string>;
  show: (picks: readonly string[], at: Asking<F>) => string;
}): Step<readonly string[], F> => {
  const { pick, ...rest } = words;
  return { ...rest, many: { pick }, read: () => ({ ok: true, value: [] }) };
};

/** How many photos there are, in words. */
export const photoCount = ({ length }: readonly Photo[]): string =>
  length === 0 ? 'tidak ada' : `${length} foto`;

/** The button that opens a scene, with what it is asked. */
export const opens = (scene: string, ask = ''): string => (ask === '' ? scene : `${scene}:${ask}`);
