import type { Words } from '../talk';
import type { Heard } from './heard';
import type { Standing } from './form-turn';

/** Answers with the words that came along, and what is said of them. */
interface Along {
  readonly heard: Heard;
  readonly why?: string;
}

/**
 * What becomes of words that come with photos or a file, or in place of them: they answer the step that
 * asks for words later. Nothing is dropped without a word.
 */
export function wordsAlong(
  { form, place }: Standing,
  heard: Heard,
  { text, formatted }: Words,
): Along {
  const answered = place.at === 'step' ? place.step.wordsAnswer : undefined;
  const step = answered === undefined ? undefined : form.steps[answered];
  if (answered === undefined || !step) return { heard, why: notKept };
  const words = (step.formatted && formatted) || text;
  const earlier = heard[answered];
  if (earlier === undefined) return { heard: { ...heard, [answered]: { words } }, why: kept };
  const isSame = 'words' in earlier && earlier.words === words;
  return { heard, ...(isSame ? {} : { why: hasWords(step.label) }) };
}

const kept = 'Tulisannya sudah kami simpan.';

const notKept = 'Tulisan yang menyertainya tidak ikut disimpan.';

const hasWords = (label: string): string =>
  `Tulisan yang menyertainya tidak dipakai, karena tulisannya sudah ada. Di ringkasan nanti dapat diganti dengan Ubah ${label}.`;
