import { type Hindered, obstacleTitle } from '../src/board/obstacle-messages';
import { talkLines } from '../src/board/obstacle-words';
import { obstacleExample } from '../src/domain/obstacle-example';
import { type Reading, understood } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { type Html, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import type { ObstacleWords } from '../src/ports/obstacles';
import type { Done, Step } from '../src/scene';

/** What a form of words about an obstacle knows: the obstacle, and what was said so far. */
export interface TalkFacts extends Hindered {
  readonly said: readonly Html[];
}

/** Adds what was said so far to the obstacle that was found. */
export async function withTalk(
  found: Reading<Hindered>,
  world: World,
): Promise<Reading<TalkFacts>> {
  if (!found.ok) return found;
  const said = await talkLines(found.value.obstacle, world);
  return understood({ ...found.value, said });
}

/** Keeps in sight what is answered: the message with the button makes way for the form. */
export const talkSoFar = (facts: TalkFacts): Html =>
  lines(html`Kendala: ${obstacleTitle(facts)}`, facts.obstacle.note, ...facts.said);

/** Asks for words that are passed on as they are. */
export const wordsStep = (from: 'asked' | 'answered'): Step<string, TalkFacts> => ({
  label: 'Pesan',
  ask: ({ facts: { obstacle } }) =>
    `Silakan tulis pesannya. Contoh: ${obstacleExample(obstacle.kind)[from]}`,
  read: (said, { facts: { obstacle } }) =>
    readText(said, {
      ...{ of: 'pesan', max: 500, lines: true },
      example: obstacleExample(obstacle.kind)[from],
    }),
});

/** The words of a finished form, as they are kept. */
export const wordsIn = (
  { id, answers, visitor }: Pick<Done<{ text: string }, TalkFacts>, 'id' | 'answers' | 'visitor'>,
  from: ObstacleWords['from'],
): ObstacleWords => ({
  id,
  by: visitor.person?.id ?? '',
  from,
  at: visitor.now,
  text: answers.text,
});

/** Keeps words about an obstacle once, and writes down that they were passed on; false when it was closed meanwhile. */
export async function say(
  { obstacle }: Hindered,
  words: ObstacleWords,
  world: World,
  { now }: Visitor,
): Promise<boolean> {
  if (!(await world.obstacles.say(obstacle.id, words))) return false;
  await world.audit.note({
    id: `answered:${words.id}`,
    who: words.by,
    did: 'answered',
    what: `obstacle ${obstacle.id}`,
    at: now,
  });
  return true;
}
