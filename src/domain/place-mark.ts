/**
 * A short mark of a name, for buttons that are too small for the name itself.
 *
 * It stays the same as long as the name does, wherever the name stands in a list.
 */
export function placeMark(name: string): string {
  let mark = 0x811c9dc5;
  for (const letter of name) mark = Math.imul(mark ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (mark >>> 0).toString(36);
}
