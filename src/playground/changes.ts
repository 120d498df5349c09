/** Something that people on the page, or a waiting test, may want to hear of at once. */
export type Change =
  | { readonly kind: 'message' | 'edited' | 'deleted'; chatId: number; messageId: number }
  | { readonly kind: 'toast'; readonly personId: number; readonly toast: Toast }
  | { readonly kind: 'inline'; readonly queryId: string }
  | { readonly kind: 'typing'; readonly chatId: number; readonly action: string }
  | {
      readonly kind:
        'update' | 'queue' | 'call' | 'fault' | 'people' | 'commands' | 'webhook' | 'clock';
    };

/** What a button tap was answered with; a text of '' only ends the waiting. */
export interface Toast {
  readonly queryId: string;
  readonly text: string;
  readonly alert: boolean;
  readonly url?: string;
  readonly at: string;
}

export interface Changes {
  tell(change: Change): void;
  /** Calls `hear` for every change until the returned function is called. */
  listen(hear: (change: Change) => void): () => void;
}

/** Creates an empty channel of changes. */
export function openChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    tell(change) {
      for (const hear of [...listeners]) hear(change);
    },
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
