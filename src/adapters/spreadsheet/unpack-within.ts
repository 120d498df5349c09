import { unzipSync, zipSync } from 'fflate';

/** The parts a reader of tables needs; pictures and macros stay packed. */
const needed = /^(?:\[Content_Types\]\.xml|(?:_rels|xl)\/.*\.(?:xml|rels)|xl\/.*\.xml)$/;

/** What came of unpacking: the parts by name, or that they would be too much. */
export type Unpacked =
  | { readonly ok: true; readonly parts: Readonly<Record<string, Uint8Array>> }
  | { readonly ok: false; readonly why: 'too-large' | 'broken' };

/**
 * Unpacks the parts of an XLSX file that say they take up `mostBytes` at most.
 *
 * Each part gets the room it says it needs and no more, so that one that lies is cut short and then
 * can't be read: a small file never becomes a large one in memory.
 */
export function unpackWithin(bytes: Uint8Array, mostBytes: number): Unpacked {
  let promised = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (needed.test(name)) promised += originalSize;
        return false;
      },
    });
    if (promised > mostBytes) return { ok: false, why: 'too-large' };
    return { ok: true, parts: unzipSync(bytes, { filter: ({ name }) => needed.test(name) }) };
  } catch {
    return { ok: false, why: 'broken' };
  }
}

/** The parts as an XLSX file again, stored as they are. */
export function packedPlainly(parts: Readonly<Record<string, Uint8Array>>): ArrayBuffer {
  const packed = zipSync({ ...parts }, { level: 0 });
  return packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength);
}
