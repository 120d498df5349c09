import zlib from 'node:zlib';

export interface ImageFacts {
  readonly width: number;
  readonly height: number;
  readonly type: 'png' | 'jpg' | 'gif' | 'webp';
}

/** The kind and size of an image in pixels, or undefined when the bytes are no known image. */
export function readImage(bytes: Buffer): ImageFacts | undefined {
  if (bytes.length < 24) return undefined;
  if (bytes.toString('latin1', 1, 4) === 'PNG') {
    return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.toString('latin1', 0, 3) === 'GIF') {
    return { type: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  if (bytes.readUInt16BE(0) === 0xffd8) return readJpeg(bytes);
  return bytes.toString('latin1', 8, 12) === 'WEBP' ? readWebp(bytes) : undefined;
}

/** Walks the segments of a JPEG to the frame header, which carries the size. */
function readJpeg(bytes: Buffer): ImageFacts | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { type: 'jpg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function readWebp(bytes: Buffer): ImageFacts | undefined {
  if (bytes.length < 30) return undefined;
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') {
    const [width, height] = [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
    return { type: 'webp', width, height };
  }
  if (kind === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  const [width, height] = [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
  return { type: 'webp', width, height };
}

/** Draws a calm landscape as a PNG: sky, sun and two hills; every `seed` looks different. */
export function drawSample(seed: number, width = 640, height = 480): Buffer {
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) rows.push(drawRow(seed, y / height, { width, height }));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header(width, height)),
    chunk('IDAT', zlib.deflateSync(Buffer.concat(rows), { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One line of pixels at a height from 0 (top) to 1; a line of a PNG starts with its filter, 0. */
function drawRow(seed: number, y: number, size: { width: number; height: number }): Buffer {
  const hue = 150 + ((seed * 47) % 200);
  const sky = colour(hue + 40, 0.93 - 0.2 * y);
  const sun = colour(45, 0.9);
  const far = colour(hue, 0.66 - 0.1 * y);
  const near = colour(hue - 20, 0.5 - 0.12 * y);
  const row = Buffer.alloc(size.width * 3 + 1);
  for (let column = 0; column < size.width; column += 1) {
    const x = column / size.width;
    const isSun = Math.hypot((x - 0.72) * (size.width / size.height), y - 0.27) < 0.11;
    const isFar = y > 0.56 + 0.09 * Math.sin(x * 7 + seed);
    const isNear = y > 0.76 + 0.07 * Math.sin(x * 5 + seed * 2);
    row.set(isNear ? near : isFar ? far : isSun ? sun : sky, 1 + column * 3);
  }
  return row;
}

/** Hue in degrees and lightness 0–1 as red, green and blue bytes, at a calm saturation. */
function colour(hue: number, light: number): number[] {
  const chroma = 0.45 * Math.min(light, 1 - light);
  return [0, 8, 4].map((shift) => {
    const k = (shift + hue / 30) % 12;
    return Math.round(255 * (light - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  });
}

function header(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.set([8, 2, 0, 0, 0], 8); // 8 bits a channel, RGB
  return bytes;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(zlib.crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
