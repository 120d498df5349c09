const SLICE_MS = 8;

/** Lets other work of the process run. */
export function pause(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}

/** Makes a function that pauses when a slice of 8 ms of work is used up, and else answers at once. */
export function pacer(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return pause().then(() => {
      since = performance.now();
    });
  };
}
