const patienceMs = 10_000;

/** Calls an address as a sign of life; false when it did not answer well. */
export const heartbeatTo = (url: string) => async (): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(patienceMs) })).ok;
  } catch {
    return false;
  }
};
