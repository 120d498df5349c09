import { crc32 } from 'node:zlib';

/** The eight bytes of a PNG's signature, and the whole of its first chunk, IHDR. */
const headBytes = 8 + 25;

/** The same PNG with the number of its dots to a metre, so that printers know how large it is meant to be. */
export function withPrintSize(png: Uint8Array, dotsPerMetre: number): Uint8Array {
  return Buffer.concat([
    png.subarray(0, headBytes),
    physicalChunk(dotsPerMetre),
    png.subarray(headBytes),
  ]);
}

/** The chunk pHYs: length, name, dots across and down, the unit (1 is a metre), and a checksum. */
function physicalChunk(dotsPerMetre: number): Buffer {
  const named = Buffer.alloc(13);
  named.write('pHYs', 'latin1');
  named.writeUInt32BE(dotsPerMetre, 4);
  named.writeUInt32BE(dotsPerMetre, 8);
  named.writeUInt8(1, 12);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(named.length - 4, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
