/** Files that people sent to the bot. */
export interface Files {
  /** The content of a file by its id; `undefined` when it is gone, over `mostBytes` or out of reach. */
  fetch(fileId: string, mostBytes: number): Promise<Uint8Array | undefined>;
}
