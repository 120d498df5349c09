/** A font's tables begin with its four letters, a checksum, and where they are. */
const tableEntryBytes = 16;
const headBytes = 12;

/** The letters a TrueType font can draw, by their code points; of the tables that map them the widest, format 12. */
export function lettersIn(font: Buffer): ReadonlySet<number> {
  const cmap = tableAt(font, 'cmap');
  const tables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, n) => cmap + font.readUInt32BE(cmap + 4 + n * 8 + 4),
  );
  const wide = tables.find((at) => font.readUInt16BE(at) === 12);
  if (wide === undefined) throw new Error('The font has no table of all letters');
  return lettersOf(font, wide);
}

function tableAt(font: Buffer, name: string): number {
  for (let n = 0; n < font.readUInt16BE(4); n += 1) {
    const entry = headBytes + n * tableEntryBytes;
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`The font has no table ${name}`);
}

/** Groups of code points, each with its first, its last and a glyph. */
function lettersOf(font: Buffer, table: number): ReadonlySet<number> {
  const letters = new Set<number>();
  for (let n = 0; n < font.readUInt32BE(table + 12); n += 1) {
    const group = table + 16 + n * 12;
    const last = font.readUInt32BE(group + 4);
    for (let letter = font.readUInt32BE(group); letter <= last; letter += 1) letters.add(letter);
  }
  return letters;
}
