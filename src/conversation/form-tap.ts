import { mayUse } from '../domain/rights';
import type { AnyForm, Refusal } from '../scene';
import { type FormTap, type FormVerb, wholeForm } from './button-data';
import { type Standing, beginning, goOn, heardAnew, sorry, standingOf } from './form-turn';
import { hearPick, hearWords } from './hear';
import { type Heard, type Said, photosIn, picksIn, without, ownAnswers } from './heard';
import type { Look, Remark } from './look';
import { type Draft, type Memory, ending } from './memory';

import { type Scenery, type Turn, showing, silence, toastOnly } from './turn';
import { bringingBack } from './under';

/** Answers a tap on a form's button; a button that is out of date is told so and does nothing. */
export async function tapForm(scenery: Scenery, tap: FormTap): Promise<Turn> {
  const draft = scenery.memory.drafts.find(({ id }) => id === tap.form);
  if (!draft) return toastOnly(scenery.memory, endedWords(scenery.memory, tap.form));
  const form = formOf(scenery, draft.command);
  if (!form) return gone(scenery, draft);
  if (tap.does.verb === 'drop') return drop(scenery, form, draft);
  const standing = await standingOf(scenery, form, draft);
  if (!standing.ok)
    return sorry(scenery, ending(scenery.memory, draft.id, 'dropped'), unsent(standing, tap));
  return tapStanding(scenery, standing.value, tap);
}

/** Whoever was about to send is told that nothing went. */
const unsent = ({ why, ...refusal }: Refusal, { does }: FormTap): Refusal => ({
  ...refusal,
  why: does.verb === 'send' ? `${why} Isian Anda tidak terkirim.` : why,
});

function endedWords(memory: Memory, id: string): string {
  const how = memory.ended.find((one) => one.id === id)?.how;
  if (how === 'sent') return 'Isian ini sudah selesai dan tersimpan. Terima kasih.';
  if (how === 'dropped') return 'Isian ini sudah dibatalkan.';
  if (how === 'forgotten') return forgotten;
  return noLongerValid;
}

const forgotten =
  'Isian ini tidak dilanjutkan selama 7 hari, jadi sudah kami hapus. Silakan mulai lagi kapan saja.';

/** What flashes up over a button nobody knows any more. */
export const noLongerValid =
  'Mohon maaf, tombol ini sudah tidak berlaku. Silakan ketik /bantuan untuk memulai lagi.';

const formOf = ({ scenes, visitor }: Scenery, command: string): AnyForm | undefined =>
  scenes.find(
    (scene): scene is AnyForm =>
      scene.kind === 'form' && scene.command === command && mayUse(scene.for, visitor.roles),
  );

const gone = (scenery: Scenery, draft: Draft): Turn =>
  sorry(scenery, ending(scenery.memory, draft.id, 'dropped'), {
    why: 'Mohon maaf, isian ini tidak tersedia lagi untuk Anda. Ketik /bantuan untuk melihat pilihan yang ada.',
  });

function drop(scenery: Scenery, form: AnyForm, draft: Draft): Turn {
  const words =
    form.dropped?.(draft.argument) ?? `Isian ${form.title} dibatalkan. Tidak ada yang tersimpan.`;
  return {
    memory: ending(scenery.memory, draft.id, 'dropped'),
    acts: bringingBack(scenery, draft, words),
  };
}

const stale =
  'Tombol ini dari pertanyaan yang sudah lewat. Silakan lanjutkan dari pertanyaan terbaru.';

async function tapStanding(scenery: Scenery, standing: Standing, tap: FormTap): Promise<Turn> {
  const { does } = tap;
  if (does.verb === 'none') return silence(scenery.memory);
  if (does.verb === 'resume') return goOn(scenery, standing);
  if (does.verb === 'restart') return restart(scenery, standing);
  if (standing.place.at === 'summary') return tapSummary(scenery, standing, tap);
  // What was to be sent does not hold any more: it is asked again, with the reason.
  if (does.verb === 'send' && standing.place.why !== undefined) return goOn(scenery, standing);
  if (standing.place.name !== tap.step) return toastOnly(scenery.memory, stale);
  return tapStep(scenery, standing, does);
}

/** Begins again under a new id; what the old form heard is given up. */
async function restart(scenery: Scenery, { form, draft }: Standing): Promise<Turn> {
  const memory = ending(scenery.memory, draft.id, 'dropped');
  const standing = await beginning(scenery, form, draft.argument);
  if (!standing.ok) return sorry(scenery, memory, standing);
  const { under } = draft;
  const begun = { ...standing.value.draft, ...(under && { under }) };
  return goOn({ ...scenery, memory }, { ...standing.value, draft: begun });
}

async function tapSummary(
  scenery: Scenery,
  standing: Standing,
  { step, does }: FormTap,
): Promise<Turn> {
  const { draft, place } = standing;
  if (does.verb === 'send') return send(scenery, standing);
  if (does.verb === 'back')
    return step === wholeForm ? back(scenery, standing) : toastOnly(scenery.memory, stale);
  if (does.verb !== 'change' || !place.asked.includes(step))
    return toastOnly(scenery.memory, stale);
  return change(scenery, { ...standing, draft }, step);
}

/** Saves, once: the record's key is the draft's id, so a repeat finds it there already. */
async function send(scenery: Scenery, { form, draft, around, place }: Standing): Promise<Turn> {
  const { world, visitor } = scenery;
  const card = await form.finish({
    id: draft.id,
    answers: place.soFar,
    own: ownAnswers(draft.heard),
    facts: around.facts,
    visitor,
    world,
  });
  return { memory: ending(scenery.memory, draft.id, 'sent'), acts: showing(scenery, card) };
}

function change(scenery: Scenery, standing: Standing, step: string): Turn {
  const was = standing.draft.heard[step];
  if (was === undefined) return toastOnly(scenery.memory, stale);
  const heard = reopened(standing.draft.heard, step);
  const draft = { ...standing.draft, changing: { step, was } };
  return goOn(scenery, heardAnew({ ...standing, draft }, heard, scenery.visitor.now));
}

function tapStep(scenery: Scenery, standing: Standing, does: FormVerb): Turn {
  switch (does.verb) {
    case 'answer':
      return answer(scenery, standing, does.says);
    case 'month':
      return goOn(scenery, standing, { month: does.month });
    case 'page':
      return goOn(scenery, standing, { page: does.page });
    case 'skip':
      return skip(scenery, standing);
    case 'back':
      return back(scenery, standing);
    case 'done':
      return doneGathering(scenery, standing);
    case 'clear':
      return clearPhotos(scenery, standing);
    default:
      return toastOnly(scenery.memory, stale);
  }
}

function answer(scenery: Scenery, standing: Standing, says: string): Turn {
  if (standing.place.at === 'summary') return silence(scenery.memory);
  if (standing.place.step.many) return pick(scenery, standing, says);
  const said = hearWords(standing.place, standing.around, says);
  return said.ok ? record(scenery, standing, said.value) : goOn(scenery, standing, said);
}

function skip(scenery: Scenery, standing: Standing): Turn {
  const { place } = standing;
  if (place.at === 'summary' || !place.step.optional) return toastOnly(scenery.memory, stale);
  return record(
    scenery,
    standing,
    place.step.photos ? { photos: [], done: true } : { skipped: true },
  );
}

/** Takes a choice of several, or gives it back; the page it stands on stays in view. */
export function pick(scenery: Scenery, standing: Standing, says: string): Turn {
  const { place, draft, around } = standing;
  if (place.at === 'summary') return silence(scenery.memory);
  const said = hearPick(place, around, draft.heard[place.name], says);
  if (!said.ok) return goOn(scenery, standing, said);
  const heard = { ...draft.heard, [place.name]: said.value };
  return goOn(scenery, heardAnew(standing, heard, scenery.visitor.now), { near: says });
}

/** Ends the gathering of photos or choices. */
function doneGathering(scenery: Scenery, standing: Standing): Turn {
  const { place, draft } = standing;
  if (place.at === 'summary') return toastOnly(scenery.memory, stale);
  const said = draft.heard[place.name];
  if (place.step.photos) return record(scenery, standing, { photos: photosIn(said), done: true });
  const picks = picksIn(said);
  if (!place.step.many || picks.length === 0) return toastOnly(scenery.memory, stale);
  return record(scenery, standing, { picks, done: true });
}

/** Starts the photos over, with the words below them; *Kembali* after *Ubah* still brings back what there was. */
function clearPhotos(scenery: Scenery, standing: Standing): Turn {
  const { place, draft } = standing;
  if (place.at === 'summary' || !place.step.photos) return toastOnly(scenery.memory, stale);
  const also = wordsBelow(place.step.wordsAnswer, draft.heard);
  const heard: Heard = {
    ...Object.keys(also).reduce(without, draft.heard),
    [place.name]: { photos: [], done: false },
  };
  const changing = draft.changing && {
    changing: { ...draft.changing, also: { ...also, ...draft.changing.also } },
  };
  const anew = { ...standing, draft: { ...draft, ...changing } };
  const look = Object.keys(also).length > 0 ? { why: wordsGone } : {};
  return goOn(scenery, heardAnew(anew, heard, scenery.visitor.now), look);
}

const wordsGone = 'Tulisan yang menyertai fotonya ikut dikosongkan.';

/** The answer that came along with photos, by its step. */
function wordsBelow(step: string | undefined, heard: Heard): Heard {
  const said = step === undefined ? undefined : heard[step];
  return step !== undefined && said && 'along' in said ? { [step]: said } : {};
}

/** Writes an answer down at the present place and goes on; the remark is on what came along with it. */
export function record(
  scenery: Scenery,
  standing: Standing,
  said: Said,
  remark: Remark = {},
): Turn {
  if (standing.place.at === 'summary') return silence(scenery.memory);
  const { changing: _settled, ...draft } = standing.draft;
  const heard: Heard = { ...draft.heard, [standing.place.name]: said };
  const anew = heardAnew({ ...standing, draft }, heard, scenery.visitor.now);
  return goOn(scenery, anew, unlessRefused(anew, remark));
}

/** What was refused is explained first. */
export const unlessRefused = ({ place }: Standing, remark: Remark): Look =>
  place.at === 'step' && place.why !== undefined ? {} : remark;

/** Brings back what *Ubah* took away, else forgets the last answer given. */
function back(scenery: Scenery, standing: Standing): Turn {
  const { draft, place } = standing;
  const now = scenery.visitor.now;
  if (draft.changing) {
    const { changing, ...rest } = draft;
    return goOn(
      scenery,
      heardAnew(
        { ...standing, draft: rest },
        { ...draft.heard, ...changing.also, [changing.step]: changing.was },
        now,
      ),
    );
  }
  const last = place.trail.at(-1);
  if (last === undefined) return toastOnly(scenery.memory, 'Ini pertanyaan pertama.');
  return goOn(scenery, heardAnew(standing, reopened(draft.heard, last), now));
}

/** Photos and choices are kept when their step is opened again; words are asked anew. */
function reopened(heard: Heard, step: string): Heard {
  const said = heard[step];
  if (said === undefined) return heard;
  if ('photos' in said) return { ...heard, [step]: { photos: said.photos, done: false } };
  if ('picks' in said) return { ...heard, [step]: { picks: said.picks, done: false } };
  return without(heard, step);
}
