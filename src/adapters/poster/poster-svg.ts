import { create } from 'qrcode';
import type { Poster } from '../../ports/posters';
import { legible } from './legible';
import { type Fitted, fittedLines, heightOf } from './fitted-lines';

/** A4 at 150 dots an inch. */
export const sheet = { width: 1240, height: 1754, dotsPerMetre: 5906 } as const;

/** Office printers leave the edge of a sheet white: the frame keeps 12 mm from it. */
const edge = 71;
const margin = edge + 49;
const inner = sheet.width - 2 * margin;
const codeWidth = 760;
/** The white frame that scanners need, in modules. */
const quiet = 4;

/** Draws a poster as SVG, black on white. */
export function posterSvg({ title, lines, invitation, link, footer }: Poster): string {
  const head = [block(title, 'bold', 300, 92), block(lines.join('\n'), 'normal', 220, 46)];
  const foot = [
    block(invitation, 'bold', 170, 44),
    block(link, 'normal', 50, 30),
    block(footer, 'normal', 110, 26),
  ];
  const top = margin + heightOfAll(head);
  const footTop = sheet.height - margin - heightOfAll(foot);
  return framed([
    ...stacked(head, margin),
    codeAt(link, Math.min(codeWidth, footTop - top), (top + footTop) / 2),
    ...stacked(foot, footTop),
  ]);
}

interface Block {
  readonly words: Fitted;
  readonly weight: Weight;
}

const block = (words: string, weight: Weight, height: number, size: number): Block => ({
  words: fitted(words, height, size, weight),
  weight,
});

const gap = 18;
const heightOfAll = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { words }) => sum + heightOf(words) + gap, 0);

const stacked = (blocks: readonly Block[], top: number): readonly string[] =>
  blocks.map(({ words, weight }, n) =>
    textAt(words, weight, top + heightOfAll(blocks.slice(0, n))),
  );

/** Thin letters are narrower than the bold ones that widths are known of. */
const thinness = 0.88;

/** Fits words whose lines are given, all in letters of one size. */
function fitted(words: string, height: number, size: number, weight: Weight): Fitted {
  const width = inner / (weight === 'bold' ? 1 : thinness);
  const given = legible(words).split('\n');
  const each = (from: number) =>
    given.map((line) =>
      fittedLines(line, { width, height: height / given.length, size: from, least }),
    );
  const smallest = Math.min(...each(size).map((one) => one.size));
  return { size: smallest, lines: each(smallest).flatMap(({ lines }) => lines) };
}

const least = 20;
type Weight = 'bold' | 'normal';

const escaped = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function textAt({ size, lines }: Fitted, weight: Weight, top: number): string {
  const baseline = (n: number) => Math.round(top + size + n * size * 1.25);
  const rows = lines.map(
    (line, n) => `<tspan x="${sheet.width / 2}" y="${baseline(n)}">${escaped(line)}</tspan>`,
  );
  return `<text font-size="${size}" font-weight="${weight}" text-anchor="middle">${rows.join('')}</text>`;
}

/** The code as one path of squares, whole dots wide so that every edge is sharp. */
function codeAt(link: string, width: number, middle: number): string {
  const { modules } = create(link, { errorCorrectionLevel: 'M' });
  const dot = Math.floor(width / (modules.size + 2 * quiet));
  const left = Math.round((sheet.width - dot * modules.size) / 2);
  const first = Math.round(middle - (dot * modules.size) / 2);
  const squares = Array.from(modules.data, (dark, n) => {
    const x = left + dot * (n % modules.size);
    const y = first + dot * Math.floor(n / modules.size);
    return dark ? `M${x} ${y}h${dot}v${dot}h-${dot}z` : '';
  });
  return `<path shape-rendering="crispEdges" d="${squares.join('')}"/>`;
}

const framed = (parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" font-family="DejaVu Sans">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<rect x="${edge}" y="${edge}" width="${sheet.width - 2 * edge}" height="${sheet.height - 2 * edge}" fill="none" stroke="#000" stroke-width="6"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
