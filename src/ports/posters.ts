/** What a poster says, in plain words that are shown as they are. */
export interface Poster {
  readonly title: string;
  readonly lines: readonly string[];
  /** How to use the code. */
  readonly invitation: string;
  /** What the code opens. */
  readonly link: string;
  readonly footer: string;
}

/** Sheets to be printed and put on a wall. */
export interface Posters {
  /** What of these words there are letters for; it may be nothing. */
  legible(words: string): string;
  /** Draws a poster as a PNG that is printed as large as A4. */
  draw(poster: Poster): Promise<Uint8Array>;
}
