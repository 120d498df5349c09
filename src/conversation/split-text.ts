import type { Words } from '../talk';
import type { Heard } from './heard';
import type { Memory } from './memory';
import type { Scenery, Turn } from './turn';

/** A message holds 4,096 characters; apps cut a longer text at a space somewhat before. */
const nearLimit = 4_000;

/** The parts of one text arrive at once; nobody reads why it was refused and types another one that fast. */
const soonMs = 8_000;

/** Whether a text right after one at Telegram's limit is most likely the rest of it. */
export const isRest = ({ memory, visitor }: Pick<Scenery, 'memory' | 'visitor'>): boolean =>
  memory.longAt !== undefined && visitor.now.getTime() - memory.longAt.getTime() < soonMs;

/** Remembers that a text at the limit came, so that its rest is known. */
export const notingLength = ({ visitor }: Scenery, { text }: Words, turn: Turn): Turn =>
  text.length < nearLimit ? turn : { ...turn, memory: { ...turn.memory, longAt: visitor.now } };

/** Forgets the long text: something else was done after it. */
export function withoutLong({ longAt: _done, ...memory }: Memory): Memory {
  return memory;
}

/** What is said of the rest of a text that Telegram cut. */
export function restWords(heard: Heard): string {
  const isKept = Object.values(heard).some(
    (said) => 'words' in said && said.words.length >= nearLimit,
  );
  return isKept ? `${cut}, dan yang tersimpan hanya bagian pertamanya. ${shorten}` : lostBoth;
}

const cut = 'Tulisan yang sangat panjang dibagi Telegram menjadi beberapa pesan';
const shorten =
  'Lanjutannya tidak ikut; bila perlu, mohon tulisannya diringkas dan diganti lewat Ubah di ringkasan.';
const lostBoth = `${cut}. Lanjutannya ini tidak kami simpan; mohon tulisannya diringkas, lalu dikirim lagi.`;
