import { mayUse } from '../domain/rights';
import { plain } from '../html';
import type { AnyForm, Scene } from '../scene';
import type { Deed } from '../talk';
import { ofAlbum } from './album';
import { unpackTap, wholeForm } from './button-data';
import { noLongerValid, tapForm } from './form-tap';
import { type Standing, beginning, goOn, sorry, standingOf } from './form-turn';
import { type Draft, type Memory, draftOf, ending, keeping, openDraft } from './memory';
import { clearingKeyboard } from './clearing-keyboard';
import { elsewhereCard, isKnown, notUnderstoodCard } from './elsewhere-cards';
import { rememberingQuestions } from './remembering-questions';
import { resumeCard } from './resume-card';
import { notingLength, withoutLong } from './split-text';
import { takeFile, takeIn, takePhoto, takeWords } from './take-in';
import { type Scenery, type Turn, showing, silence, toastOnly } from './turn';
import { underNow } from './under';
import { unreadableHere, unreadableWords } from './unreadable-words';

/** Answers one deed of one person in one chat. */
export async function converse(scenery: Scenery): Promise<Turn> {
  if (scenery.incoming.chat.kind === 'group') return inGroup(scenery);
  const turn = clearingKeyboard(scenery.memory, await alone(scenery));
  return rememberingQuestions(scenery, turn);
}

async function alone(scenery: Scenery): Promise<Turn> {
  const { deed } = scenery.incoming;
  if (deed.kind === 'photo')
    return ofAlbum(
      scenery,
      deed.album,
      await inOpenForm(scenery, (standing) => takePhoto(scenery, standing, deed)),
    );
  const { album: _answered, ...memory } = scenery.memory;
  if (deed.kind === 'text') return textSent({ ...scenery, memory }, deed);
  return inPrivate({ ...scenery, memory: withoutLong(memory) }, deed);
}

type Text = Extract<Deed, { kind: 'text' }>;

const textSent = async (scenery: Scenery, deed: Text): Promise<Turn> =>
  notingLength(
    scenery,
    deed,
    await inOpenForm(scenery, (standing) => takeWords(scenery, standing, deed)),
  );

async function inPrivate(
  scenery: Scenery,
  deed: Exclude<Deed, { kind: 'photo' | 'text' }>,
): Promise<Turn> {
  switch (deed.kind) {
    case 'command':
      return command(scenery, deed.name, deed.argument);
    case 'tap':
      return tap(scenery, deed.data);
    case 'phone':
      return phone(scenery, deed.phone);
    case 'file':
      return fileSent(scenery, deed);
    case 'other':
      return other(scenery, deed);
  }
}

/** In groups the bot keeps quiet, except for pages that are meant for them, and to say where it can be talked to. */
async function inGroup(scenery: Scenery): Promise<Turn> {
  const { deed } = scenery.incoming;
  const called = calledIn(deed);
  if (called && scenery.scenes.some((scene) => scene.command === called.name && isForGroups(scene)))
    return open(scenery, called.name, called.ask);
  if (deed.kind === 'tap')
    return toastOnly(scenery.memory, 'Mohon gunakan bot ini lewat chat pribadi.');
  if (deed.kind !== 'command' || !isKnown(scenery.scenes, deed.name))
    return silence(scenery.memory);
  const card = elsewhereCard(scenery.world, deed.name);
  return { memory: scenery.memory, acts: [{ do: 'say', card }] };
}

const isForGroups = (scene: Scene) => scene.kind === 'view' && scene.inGroups === true;

/** The scene that a command or a button calls, and what it is asked. */
function calledIn(deed: Deed): { readonly name: string; readonly ask: string } | undefined {
  if (deed.kind === 'command') return { name: deed.name, ask: deed.argument };
  if (deed.kind !== 'tap' || unpackTap(deed.data)) return undefined;
  const [name = '', ...ask] = deed.data.split(':');
  return { name, ask: ask.join(':') };
}

async function command(scenery: Scenery, name: string, argument: string): Promise<Turn> {
  if (name === 'batal') return cancel(scenery);
  return open(scenery, name, argument);
}

/** *Batal* is said to the bot as a whole, so it is no scene of its own. */
async function cancel(scenery: Scenery): Promise<Turn> {
  const draft = openDraft(scenery.memory);
  if (!draft)
    return sorry(scenery, scenery.memory, {
      why: 'Tidak ada isian yang sedang berjalan. Ketik /bantuan untuk melihat pilihan.',
    });
  return tapForm(scenery, { form: draft.id, step: wholeForm, does: { verb: 'drop' } });
}

async function tap(scenery: Scenery, data: string): Promise<Turn> {
  const formTap = unpackTap(data);
  if (formTap) return tapForm(scenery, formTap);
  const { name = '', ask = '' } = calledIn(scenery.incoming.deed) ?? {};
  return open(scenery, name, ask);
}

/** Opens a scene by its command, if this person may use it. */
async function open(scenery: Scenery, name: string, ask: string): Promise<Turn> {
  const { scenes, visitor, world, memory, incoming } = scenery;
  const named = scenes.filter((scene) => scene.command === name);
  const scene = named.find((one) => mayUse(one.for, visitor.roles));
  if (!scene) return named.length === 0 ? unknown(scenery) : refuse(scenery, name);
  if (scene.kind === 'form') return openForm(scenery, scene, ask);
  const shown = await scene.show(ask, world, visitor, incoming.chat);
  if ('toast' in shown) return toastOnly(memory, shown.toast);
  if ('leadsTo' in shown) return open(scenery, shown.leadsTo, shown.ask ?? '');
  return { memory, acts: showing(scenery, shown) };
}

function unknown(scenery: Scenery): Turn {
  // The message stays: a question must not vanish under a button that means nothing.
  if (scenery.incoming.deed.kind === 'tap') return toastOnly(scenery.memory, noLongerValid);
  const text = plain(
    'Mohon maaf, perintah itu belum kami kenal. Ketik /bantuan untuk melihat yang dapat dilakukan.',
  );
  return { memory: scenery.memory, acts: showing(scenery, { text }) };
}

/** Says no politely, and writes down who tried what. */
async function refuse({ world, visitor, incoming, memory }: Scenery, name: string): Promise<Turn> {
  await world.audit.note({
    id: `refused:${incoming.update}`,
    who: visitor.person?.id ?? 'stranger',
    did: 'refused',
    what: `/${name}`,
    at: visitor.now,
  });
  if (incoming.chat.kind === 'group' && incoming.deed.kind !== 'tap') {
    const text = plain(`Mohon maaf, /${name} di grup hanya untuk petugas dinas.`);
    return { memory, acts: [{ do: 'say', card: { text } }] };
  }
  const words = `Mohon maaf, /${name} belum tersedia untuk Anda. Ketik /bantuan untuk melihat yang dapat Anda lakukan.`;
  // A group is not to be filled with refusals of what its members tap.
  if (incoming.chat.kind === 'group' && incoming.deed.kind === 'tap')
    return toastOnly(memory, words);
  return { memory, acts: [{ do: 'say', card: { text: plain(words) } }] };
}

async function openForm(scenery: Scenery, form: AnyForm, argument: string): Promise<Turn> {
  const earlier = draftOf(scenery.memory, form.command, argument);
  const begun = await beginning(scenery, form, argument);
  if (!begun.ok) return sorry(scenery, scenery.memory, begun);
  if (!earlier || Object.keys(earlier.heard).length === 0)
    return goOn({ ...scenery, memory: forgetting(scenery.memory, earlier) }, begun.value);
  const standing = await standingOf(scenery, form, earlier);
  if (!standing.ok) return sorry(scenery, ending(scenery.memory, earlier.id, 'dropped'), standing);
  const under = underNow(scenery);
  return {
    memory: keeping(scenery.memory, { ...earlier, ...(under && { under }) }),
    acts: showing(scenery, resumeCard(standing.value)),
  };
}

const forgetting = (memory: Memory, draft: Draft | undefined) =>
  draft ? ending(memory, draft.id, 'dropped') : memory;

/** Lets the open form take something; without one, or when it can no longer go on, says what can be done. */
async function inOpenForm(scenery: Scenery, take: (standing: Standing) => Turn): Promise<Turn> {
  const { memory, visitor } = scenery;
  const draft = openDraft(memory);
  if (!draft) return notUnderstood(scenery);
  const form = scenery.scenes.find(
    (scene: Scene): scene is AnyForm =>
      scene.kind === 'form' && scene.command === draft.command && mayUse(scene.for, visitor.roles),
  );
  const closed = ending(memory, draft.id, 'dropped');
  if (!form)
    return sorry(scenery, closed, {
      why: 'Mohon maaf, isian tadi tidak tersedia lagi. Ketik /bantuan untuk melihat pilihan.',
    });
  const standing = await standingOf(scenery, form, draft);
  return standing.ok ? take(standing.value) : sorry(scenery, closed, standing);
}

function notUnderstood(scenery: Scenery): Turn {
  const card = notUnderstoodCard(scenery.visitor);
  return { memory: scenery.memory, acts: [{ do: 'say', card }] };
}

/** A telephone number answers a question that asks for it, else it is declined kindly. */
async function phone(scenery: Scenery, shared: string): Promise<Turn> {
  if (!openDraft(scenery.memory)) return other(scenery, { kind: 'other', what: 'contact' });
  return inOpenForm(scenery, (standing) =>
    standing.place.at === 'step' && standing.place.step.phone
      ? takeWords(scenery, standing, { text: shared })
      : goOn(scenery, standing, { why: unreadableHere('contact', standing.place) }),
  );
}

/** A file that nothing asks for is declined kindly. */
async function fileSent(scenery: Scenery, sent: Extract<Deed, { kind: 'file' }>): Promise<Turn> {
  if (openDraft(scenery.memory))
    return inOpenForm(scenery, (standing) => takeFile(scenery, standing, sent));
  const text = plain(
    'Terima kasih, tetapi saat ini kami tidak sedang menunggu berkas. Ketik /bantuan untuk melihat pilihan.',
  );
  return { memory: scenery.memory, acts: [{ do: 'say', card: { text } }] };
}

type Other = Extract<Deed, { kind: 'other' }>;

/** Explains what cannot be read, and asks the open question again. */
async function other(scenery: Scenery, { what, of }: Other): Promise<Turn> {
  if (openDraft(scenery.memory))
    return inOpenForm(scenery, (standing) => {
      const isTaken = standing.place.at === 'step' && standing.place.step.forwards;
      return (
        (isTaken && of && takeIn(scenery, standing, of)) ||
        goOn(scenery, standing, { why: unreadableHere(what, standing.place) })
      );
    });
  if (what === 'edited') return silence(scenery.memory);
  const card = { text: plain(unreadableWords(what)) };
  return { memory: scenery.memory, acts: [{ do: 'say', card }] };
}
