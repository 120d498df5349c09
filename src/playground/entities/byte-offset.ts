/** The UTF-8 byte offset of a UTF-16 position, which is how Telegram reports places. */
export const byteOffset = (text: string, at: number): number =>
  Buffer.byteLength(text.slice(0, at), 'utf8');
