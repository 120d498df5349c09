const firstSeconds = 2;
const longestSeconds = 300;

/**
 * Seconds to wait after the n-th failure: twice as long each time, up to five minutes.
 *
 * `lot` (0 to 1) spreads the wait over its upper half, so that what failed together does not come
 * back together.
 */
export function backOffSeconds(failures: number, lot: number): number {
  const longest = Math.min(firstSeconds * 2 ** Math.min(failures - 1, 16), longestSeconds);
  return longest * (0.5 + lot / 2);
}
