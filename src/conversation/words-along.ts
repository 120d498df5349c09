import { cutShort } from '../domain/isolated';
import { withoutMarks } from '../domain/formatted-text';
import type { Step } from '../scene';
import type { Words } from '../talk';
import { askingAt } from './hear';
import type { Heard, Said } from './heard';
import type { Standing } from './form-turn';
import type { Remark } from './look';
import type { StepPlace } from './place';
import { isWorthCopying } from './words-again';

/** Answers with the words that came along, and what is said of them. */
interface Along {
  readonly heard: Heard;
  readonly remark: Remark;
}

/** Whether the words stood below what was sent. */
interface Below {
  readonly along?: true;
}

/**
 * What becomes of words that come with photos or a file (`along`), or in place of them: they answer the
 * step that asks for words later. Nothing is dropped without a word.
 */
export function wordsAlong(
  { form, place, around }: Standing,
  heard: Heard,
  said: Words,
  below: Below = {},
): Along {
  if (place.at === 'summary') return { heard, remark: { why: notKept } };
  const { wordsAnswer: name = '' } = place.step;
  const step = form.steps[name];
  if (!step) return { heard, remark: { why: notKept } };
  const words = (step.formatted && said.formatted) || said.text;
  const earlier = heard[name];
  if (earlier !== undefined && !goesWith(place, earlier))
    return { heard, remark: unused(step, earlier, words) };
  const reading = step.read(words, askingAt(place, around));
  if (!reading.ok) return { heard, remark: refusal(step, words, reading.why) };
  return { heard: { ...heard, [name]: { words, ...below } }, remark: { why: keptWords } };
}

/** Another file brings its own words in place of those that came with the one before. */
const goesWith = ({ step }: StepPlace, earlier: Said): boolean =>
  step.file === true && 'along' in earlier;

const keptWords = 'Tulisannya sudah kami simpan.';

const notKept = 'Tulisan yang menyertainya tidak ikut disimpan.';

const refusal = (step: Step<unknown>, words: string, why: string): Remark => ({
  why: `${why} Silakan kirim tulisannya sekali lagi.`,
  ...(isWorthCopying(step, words) && { refused: words }),
});

/** Enough of a text to know it again. */
const quoteLength = 40;

function unused({ label }: Step<unknown>, earlier: Said, words: string): Remark {
  if (!('words' in earlier)) return { why: notKept };
  if (earlier.words === words) return {};
  const quote = cutShort(withoutMarks(earlier.words).replace(/\s+/gu, ' ').trim(), quoteLength);
  return {
    why: `Tulisan yang baru dikirim tidak dipakai; yang dipakai tetap “${quote}”. Di ringkasan, tulisannya dapat diganti dengan Ubah ${label}.`,
  };
}
