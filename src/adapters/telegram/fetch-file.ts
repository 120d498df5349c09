import type { Telegram } from 'telegraf';

const patienceMs = 25_000;

/** Fetches a file that was sent to the bot; `undefined` when it is gone, too large or out of reach. */
export async function fetchFile(
  telegram: Telegram,
  fileId: string,
  mostBytes: number,
): Promise<Uint8Array | undefined> {
  try {
    const link = await telegram.getFileLink(fileId);
    const answer = await fetch(link, { signal: AbortSignal.timeout(patienceMs) });
    if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > mostBytes)
      return undefined;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return bytes.length > mostBytes ? undefined : bytes;
  } catch {
    return undefined;
  }
}
