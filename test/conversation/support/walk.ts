import { choicesAt, hearWords } from '../../../src/conversation/hear';
import type { Heard, Said } from '../../../src/conversation/heard';
import { type StepPlace, placeIn } from '../../../src/conversation/place';
import type { Look } from '../../../src/conversation/look';
import { questionCard } from '../../../src/conversation/question-card';
import { summaryCard } from '../../../src/conversation/summary-card';
import type { AnyForm } from '../../../src/scene';
import type { Card } from '../../../src/talk';
import { around, draftOf } from './standing-alone';

/** Something of a form that was seen on a walk through it. */
export interface Seen {
  readonly step: string;
  readonly heard: Heard;
  readonly place?: StepPlace;
  readonly cards: readonly Card[];
}

/** Answers that somebody could type; the first that a question takes is given. */
export const typed = ['16', 'Ahmad Fauzi', '30 November 2026', '0812-3456-7890', '1912321401', '1'];

const looks: readonly Look[] = [
  {},
  { why: 'Mohon maaf.' },
  ...[0, 1, 2, 3, 9999].map((page) => ({ page })),
  ...['2025-10', '2026-10', '2026-11', '2026-12', '2027-12', '9999-99'].map((month) => ({ month })),
];

/** Goes through a form, every way at each fork, and shows each question in every look it has. */
export function walk(form: AnyForm, facts: unknown, heard: Heard = {}): readonly Seen[] {
  const surroundings = around(facts);
  const place = placeIn(form, heard, surroundings);
  const draft = draftOf(form, heard);
  if (place.at === 'summary')
    return [
      { step: '-', heard, cards: [summaryCard({ form, draft, place, around: surroundings })] },
    ];
  const shown = { form, draft, place, around: surroundings };
  const seen = {
    step: place.name,
    heard,
    place,
    cards: looks.map((look) => questionCard(shown, look)),
  };
  const ways = answersAt(place, facts).map((said) => ({ ...heard, [place.name]: said }));
  if (ways.length === 0) throw new Error(`/${form.command} takes no answer to ${place.name}`);
  return [seen, ...ways.flatMap((way) => walk(form, facts, way))];
}

/** The first of several choices. */
function picked(place: StepPlace, facts: unknown): readonly Said[] {
  const all = choicesAt(place, around(facts)).map(({ says }) => says);
  return [{ picks: all.slice(0, 1), done: true }];
}

function answersAt(place: StepPlace, facts: unknown): readonly Said[] {
  const { step } = place;
  if (step.photos) return [{ photos: [{ fileId: 'f', uniqueId: 'u' }], done: true }];
  if (step.many) return picked(place, facts);
  if (step.file) return [{ file: { fileId: 'f', name: 'data.xlsx', bytes: 1_200 } }];
  const surroundings = around(facts);
  const given = [...choicesAt(place, surroundings).map(({ says }) => says), ...typed].flatMap(
    (said) => {
      const reading = hearWords(place, surroundings, said);
      return reading.ok ? [reading.value] : [];
    },
  );
  return step.forks ? given : given.slice(0, 1);
}
