import type { Scene } from '../scene';
import type { Visitor, World } from '../ports';
import type { Act, Card, Incoming } from '../talk';
import type { Memory } from './memory';

/** What a deed leads to: what is remembered, what is done in the chat, what flashes up over a button. */
export interface Turn {
  readonly memory: Memory;
  readonly acts: readonly Act[];
  readonly toast?: string;
}

/** Everything a turn is made from. */
export interface Scenery {
  readonly scenes: readonly Scene[];
  readonly world: World;
  readonly visitor: Visitor;
  readonly incoming: Incoming;
  readonly memory: Memory;
}

/** A turn that only flashes a sentence up over the button. */
export const toastOnly = (memory: Memory, toast: string): Turn => ({ memory, acts: [], toast });

/** A turn that changes nothing and says nothing. */
export const silence = (memory: Memory): Turn => ({ memory, acts: [] });

/**
 * Shows a card: in place of the message whose button was tapped, else as a new message.
 *
 * Editing is harmless when repeated, and keeps the chat short.
 */
export function showing({ incoming }: Scenery, card: Card): readonly Act[] {
  const { deed } = incoming;
  // A message with another keyboard, or with a picture, cannot become of an edit.
  const isNew = card.keyboard !== undefined || card.media !== undefined;
  const shown: Act =
    deed.kind === 'tap' && deed.message !== undefined && !isNew
      ? { do: 'edit', of: { message: deed.message }, card: face(card) }
      : { do: 'say', card: face(card) };
  return [shown, ...after(card)];
}

/** What a card brings beside its one message. */
function after({ photos, file, menu, next = [] }: Card): readonly Act[] {
  return [
    ...(photos?.length ? [{ do: 'photos' as const, photos }] : []),
    ...(file ? [{ do: 'file' as const, file }] : []),
    ...(menu ? [{ do: 'menu' as const, commands: menu }] : []),
    ...next.flatMap((card): readonly Act[] => [{ do: 'say', card: face(card) }, ...after(card)]),
  ];
}

/** What is seen of a card in one message. */
function face({ text, buttons = [], media, keyboard }: Card): Card {
  // Telegram takes no message without words, so the person would wait for an answer in vain.
  if (text.markup.trim() === '' && !media) throw new Error('A card has nothing to say');
  return {
    ...{ text, buttons },
    ...(media && { media }),
    ...(keyboard && { keyboard }),
  };
}
