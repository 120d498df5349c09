import type { Changes } from './changes';

/**
 * Looks at once and after every change until something is found, and returns it.
 *
 * Throws what `look` throws, and an Error when nothing was found within `timeoutMs`.
 */
export function until<T>(
  changes: Changes,
  look: () => T | undefined | null | false,
  { timeoutMs = 5000, sought = String(look) }: { timeoutMs?: number | undefined; sought?: string },
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let isDone = false;
    const finish = (act: () => void) => {
      isDone = true;
      clearTimeout(timer);
      stop();
      act();
    };
    const tryNow = () => {
      if (isDone) return;
      try {
        const found = look();
        if (found !== undefined && found !== null && found !== false) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error instanceof Error ? error : new Error(String(error))));
      }
    };
    const stop = changes.listen(() => setImmediate(tryNow));
    const timer = setTimeout(
      () => finish(() => reject(new Error(`Not found within ${timeoutMs} ms: ${sought}`))),
      timeoutMs,
    );
    tryNow();
  });
}
