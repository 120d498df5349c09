import type { Button } from '../talk';

/** As many short labels as a phone shows side by side without cutting them. */
const widthOfRow = 28;
const mostInRow = 3;

/** Lays buttons out in rows of equal length, short labels side by side, long ones below each other. */
export function buttonRows(buttons: readonly Button[]): readonly (readonly Button[])[] {
  const longest = Math.max(1, ...buttons.map(({ label }) => label.length));
  const across = Math.max(1, Math.min(mostInRow, Math.floor(widthOfRow / longest)));
  return Array.from({ length: Math.ceil(buttons.length / across) }, (_, row) =>
    buttons.slice(row * across, (row + 1) * across),
  );
}
