/** Lets other work of the process run. */
export function pause(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}
