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
  const shown: Act =
    deed.kind === 'tap' && deed.message !== undefined
      ? { do: 'edit', of: { message: deed.message }, card: face(card) }
      : { do: 'say', card: face(card) };
  return [
    shown,
    ...(card.photos?.length ? [{ do: 'photos' as const, photos: card.photos }] : []),
    ...(card.file ? [{ do: 'file' as const, file: card.file }] : []),
    ...(card.menu ? [{ do: 'menu' as const, commands: card.menu }] : []),
  ];
}

/** What is seen of a card in one message. */
const face = ({ text, buttons = [] }: Card): Card => ({ text, buttons });
