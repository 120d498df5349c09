const width = 5;

/** How much of something is done, as text: '▓▓▓░░ 3/5'; the bar is full only when everything is done. */
export function progressBar(done: number, total: number): string {
  const full = total === 0 ? 0 : Math.floor((done / total) * width);
  return `${'▓'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total}`;
}
