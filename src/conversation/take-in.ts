import type { Deed, Words } from '../talk';
import { throughAlbum } from './album';
import { pick, record, unlessRefused } from './form-tap';
import { type Standing, goOn, heardAnew } from './form-turn';
import { hearFile, hearPhoto, hearWords } from './hear';
import type { Heard } from './heard';
import { type Remark, joined } from './look';
import { sentFor } from './sent-for';
import { isRest, restWords } from './split-text';
import type { Scenery, Turn } from './turn';
import { isWorthCopying } from './words-again';
import { wordsAlong } from './words-along';

type Photo = Extract<Deed, { kind: 'photo' }>;
type File = Extract<Deed, { kind: 'file' }>;

/** Lets the open question take what was written or sent; undefined for deeds that are no answers. */
export function takeIn(scenery: Scenery, standing: Standing, deed: Deed): Turn | undefined {
  switch (deed.kind) {
    case 'text':
      return takeWords(scenery, standing, deed);
    case 'photo':
      return takePhoto(scenery, standing, deed);
    case 'file':
      return takeFile(scenery, standing, deed);
    default:
      return undefined;
  }
}

/** Takes words as the answer; words that come before the question they belong to are kept. */
export function takeWords(scenery: Scenery, standing: Standing, said: Words): Turn {
  const { place, around, draft } = standing;
  if (isRest(scenery) && !isChoice(standing, said))
    return goOn(scenery, standing, { why: restWords(draft.heard) });
  if (place.at === 'summary') return goOn(scenery, standing, { why: changeByButton });
  if (place.step.many) return pick(scenery, standing, said.text);
  const words = (place.step.formatted && said.formatted) || said.text;
  const reading = hearWords(place, around, words);
  if (reading.ok) return record(scenery, standing, reading.value);
  if (belongsLater(standing, said)) {
    const { heard, remark } = wordsAlong(standing, draft.heard, said);
    return noted(scenery, standing, heard, remark);
  }
  const refused = isWorthCopying(place.step, words) ? { refused: words } : {};
  return goOn(scenery, standing, { ...reading, ...refused });
}

/** Whether words are one of the choices at hand, so that they are no rest of a long text. */
function isChoice({ place, around }: Standing, { text }: Words): boolean {
  const isAsked = place.at === 'step' && place.step.choices !== undefined;
  return isAsked && hearWords(place, around, text).ok;
}

/** Labels of buttons are shorter; so much was meant for the question that asks for words. */
const sentence = /\n|(?:\S+\s+){3}\S/u;

/** Whether words answer a later question: in place of photos or a file, or of a choice that was to be tapped. */
function belongsLater({ place }: Standing, { text }: Words): boolean {
  if (place.at === 'summary' || place.step.wordsAnswer === undefined) return false;
  const { photos, file } = place.step;
  return photos !== undefined || file === true || sentence.test(text.trim());
}

/** Takes a file as the answer, with the words that came along. */
export function takeFile(scenery: Scenery, standing: Standing, { file, caption }: File): Turn {
  const { standing: here, why } = sentFor(standing, 'file', scenery.visitor.now);
  if (here.place.at === 'summary') return goOn(scenery, standing, { why: changeByButton });
  const said = hearFile(here.place, file);
  if (!said.ok) return goOn(scenery, standing, said);
  const { heard, remark } = withCaption(here, here.draft.heard, caption);
  const along = { ...here, draft: { ...here.draft, heard } };
  return record(scenery, along, said.value, joined(why === undefined ? {} : { why }, remark));
}

/** Adds a photo to the answer, with the words that came along. */
export function takePhoto(scenery: Scenery, standing: Standing, deed: Photo): Turn {
  const { standing: here, why } = sentFor(standing, 'photo', scenery.visitor.now);
  if (here.place.at === 'summary') return goOn(scenery, standing, { why: changeByButton });
  const { heard, remark } = withPhoto(here, deed);
  const whole = throughAlbum(scenery, deed.album, joined(why === undefined ? {} : { why }, remark));
  return noted(whole.scenery, here, heard, whole.remark);
}

interface Taken {
  readonly heard: Heard;
  readonly remark: Remark;
}

function withPhoto(standing: Standing, { photo, caption }: Photo): Taken {
  const { place, draft } = standing;
  if (place.at === 'summary') return { heard: draft.heard, remark: {} };
  const said = hearPhoto(place, draft.heard[place.name], photo);
  if (!said.ok) return { heard: draft.heard, remark: { why: said.why } };
  return withCaption(standing, { ...draft.heard, [place.name]: said.value }, caption);
}

const withCaption = (standing: Standing, heard: Heard, caption: Words | undefined): Taken =>
  caption ? wordsAlong(standing, heard, caption, { along: true }) : { heard, remark: {} };

const changeByButton =
  'Mohon maaf, di ringkasan ini jawaban diubah dengan tombol. Silakan ketuk Ubah pada bagian yang ingin diganti.';

function noted(scenery: Scenery, standing: Standing, heard: Heard, remark: Remark): Turn {
  const anew = heardAnew(standing, heard, scenery.visitor.now);
  return goOn(scenery, anew, unlessRefused(anew, remark));
}
