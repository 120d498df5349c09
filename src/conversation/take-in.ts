import type { Deed, Words } from '../talk';
import { pick, record, unlessRefused } from './form-tap';
import { type Standing, goOn, heardAnew } from './form-turn';
import { hearFile, hearPhoto, hearWords } from './hear';
import type { Heard } from './heard';
import type { Scenery, Turn } from './turn';
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

/** Takes words as the answer; words that come before the photos or the file they belong to are kept. */
export function takeWords(scenery: Scenery, standing: Standing, said: Words): Turn {
  const { place, around, draft } = standing;
  if (place.at === 'summary') return goOn(scenery, standing, { why: changeByButton });
  if (place.step.many) return pick(scenery, standing, said.text);
  if (place.step.wordsAnswer !== undefined) {
    const { heard, why } = wordsAlong(standing, draft.heard, said);
    return noted(scenery, standing, heard, why);
  }
  const words = (place.step.formatted && said.formatted) || said.text;
  const reading = hearWords(place, around, words);
  return reading.ok ? record(scenery, standing, reading.value) : goOn(scenery, standing, reading);
}

/** Takes a file as the answer, with the words that came along. */
export function takeFile(scenery: Scenery, standing: Standing, { file, caption }: File): Turn {
  if (standing.place.at === 'summary') return goOn(scenery, standing, { why: changeByButton });
  const said = hearFile(standing.place, file);
  if (!said.ok) return goOn(scenery, standing, said);
  if (!caption) return record(scenery, standing, said.value);
  const { heard, why } = wordsAlong(standing, standing.draft.heard, caption);
  const along = { ...standing, draft: { ...standing.draft, heard } };
  return record(scenery, along, said.value, why);
}

/** Adds a photo to the answer, with the words that came along. */
export function takePhoto(scenery: Scenery, standing: Standing, { photo, caption }: Photo): Turn {
  const { place, draft } = standing;
  if (place.at === 'summary') return goOn(scenery, standing, { why: changeByButton });
  const said = hearPhoto(place, draft.heard[place.name], photo);
  if (!said.ok) return goOn(scenery, standing, { why: said.why });
  const heard = { ...draft.heard, [place.name]: said.value };
  if (!caption) return noted(scenery, standing, heard);
  const along = wordsAlong(standing, heard, caption);
  return noted(scenery, standing, along.heard, along.why);
}

const changeByButton =
  'Mohon maaf, di ringkasan ini jawaban diubah dengan tombol. Silakan ketuk Ubah pada bagian yang ingin diganti.';

function noted(scenery: Scenery, standing: Standing, heard: Heard, why?: string): Turn {
  const anew = heardAnew(standing, heard, scenery.visitor.now);
  return goOn(scenery, anew, unlessRefused(anew, why));
}
