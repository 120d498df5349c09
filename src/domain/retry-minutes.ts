/** After this many tries a look is given up on until its next normal time. */
export const mostTries = 5;

/** Minutes to wait after the n-th try failed: four times as long each time, from one minute to about an hour. */
export const retryMinutes = (tries: number): number => 4 ** (Math.min(tries, mostTries - 1) - 1);
