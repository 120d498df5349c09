import { stageKey } from '../src/domain/checklist-edits';
import { type Html, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView } from '../src/scene';
import type { Card } from '../src/talk';
import { changeChecklist, editorOnly } from './change-checklist';
import { type Acting, moveStage, moveStep, putBack, takeOut } from './checklist-acts';
import { checklistButton, checklistCard } from './checklist-cards';
import { askBeforeTakingOut, takenOutCard } from './checklist-out-cards';

/**
 * Puts the steps and stages of the checklist in order, takes them out, and puts them back.
 *
 * A button carries a letter, the turn of the checklist it was shown for, and what it is about: `n` a
 * step and its place, `t` a stage and its place, `k` a step and `T` a stage to be taken out, `y` and
 * `Y` the same after asking, `b` a step to be put back; `l` alone lists what was taken out.
 */
export const susundaftar = defineView({
  command: 'susundaftar',
  about: 'Susun daftar periksa',
  unlisted: true,
  for: ['officer', 'admin'],
  show: async (ask, world, visitor) => {
    const allowed = await editorOnly(world, visitor);
    if (!allowed.ok) return { text: plain(allowed.why) };
    const acting = actingOn(ask.trim(), world, visitor);
    const act = acts[acting.letter];
    if (!act) return takenOutCard(world);
    if (acting.turn === (await world.checklists.turn())) return act(acting);
    return (await wasDone(acting)) ? doneAlready(acting) : overtaken(world, visitor);
  },
});

function actingOn(ask: string, world: World, visitor: Visitor) {
  const [letter = '', turn, id = '', place = '0'] = ask.split('.');
  const what = whatOf[letter]?.(id) ?? '';
  return { ask, letter, turn: Number(turn), what, id, place: Number(place), world, visitor };
}

const acts: Readonly<Record<string, (acting: Acting) => Promise<Card>>> = {
  n: moveStep,
  t: moveStage,
  k: (acting) => askBeforeTakingOut('step', acting),
  T: (acting) => askBeforeTakingOut('stage', acting),
  y: (acting) => takeOut('step', acting),
  Y: (acting) => takeOut('stage', acting),
  b: putBack,
};

/** What is changed, in the words of the audit log. */
const whatOf: Readonly<Record<string, (id: string) => string>> = {
  n: (id) => `${id}: place`,
  t: (id) => `${stageKey(id)}: place`,
  y: (id) => `${id}: out`,
  Y: (id) => `${stageKey(id)}: out`,
  b: (id) => `${id}: back`,
};

const wasDone = async ({ ask, world }: Acting): Promise<boolean> =>
  (await world.checklists.changes()).some(({ id }) => id === ask);

/** A repeat after a crash finds its own change there, and notes what may not have been noted. */
async function doneAlready({ ask, what, world, visitor }: Acting): Promise<Card> {
  await changeChecklist({ id: ask, change: {}, what }, world, visitor);
  return checklistCard([], world, visitor);
}

async function overtaken(world: World, visitor: Visitor): Promise<Card> {
  const card = await checklistCard([], world, visitor);
  const first: Html = html`Daftar ini baru saja diubah. Silakan periksa lagi, lalu ulangi bila masih
  perlu.`;
  return { text: lines(first, '', card.text), buttons: card.buttons ?? [[checklistButton]] };
}
