/** How many sends fit into a sliding window. */
interface Allowance {
  readonly sends: number;
  readonly milliseconds: number;
}

/** Telegram's bounds (core.telegram.org/bots/faq): 30/s in all, 1/s a chat with a small burst, 20/min a group. */
const overall: Allowance = { sends: 30, milliseconds: 1000 };
const privateChat: Allowance = { sends: 4, milliseconds: 4000 };
const groupChat: Allowance = { sends: 20, milliseconds: 60_000 };

export interface Limits {
  /**
   * Counts `sends` messages to a chat, or returns the seconds to wait when they do not fit.
   *
   * `at` is in milliseconds on a clock that never goes back; real time, as flood control is.
   */
  ask(chatId: number, sends: number, at: number): number | undefined;
}

/** Creates empty windows. */
export function openLimits(): Limits {
  const sent = new Map<string, number[]>();
  return {
    ask(chatId, sends, at) {
      const windows: [string, Allowance][] = [
        ['overall', overall],
        [String(chatId), chatId < 0 ? groupChat : privateChat],
      ];
      const waits = windows.map(([key, allowance]) =>
        waitFor(sent.get(key) ?? [], allowance, sends, at),
      );
      const wait = Math.max(...waits);
      if (wait > 0) return Math.ceil(wait / 1000);
      for (const [key, allowance] of windows) count(sent, key, allowance, { sends, at });
      return undefined;
    },
  };
}

/** Milliseconds until `sends` more fit; 0 when they fit now. */
function waitFor(
  times: readonly number[],
  allowance: Allowance,
  sends: number,
  at: number,
): number {
  const recent = times.filter((time) => time > at - allowance.milliseconds);
  const tooMany = recent.length + sends - allowance.sends;
  if (tooMany <= 0 || recent.length === 0) return 0;
  const freeing = recent[Math.min(tooMany, recent.length) - 1] ?? at;
  return freeing + allowance.milliseconds - at;
}

function count(
  sent: Map<string, number[]>,
  key: string,
  allowance: Allowance,
  { sends, at }: { sends: number; at: number },
): void {
  const recent = (sent.get(key) ?? []).filter((time) => time > at - allowance.milliseconds);
  sent.set(key, [...recent, ...Array.from({ length: sends }, () => at)]);
}
