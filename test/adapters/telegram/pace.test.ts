import fc from 'fast-check';
import { type Limit, newPace, telegramLimits } from '../../../src/adapters/telegram/pace';
import type { Lane } from '../../../src/domain/message-kind';

interface Wish {
  readonly chat: number;
  readonly lane: Lane;
  readonly afterMs: number;
}
interface Sent extends Wish {
  readonly at: number;
}

/** Sends one after the other, each as soon as the pace lets it go. */
function send(wishes: readonly Wish[]): readonly Sent[] {
  const pace = newPace();
  let now = 1_000_000;
  return wishes.map((wish) => {
    now += wish.afterMs;
    now += pace.wait(wish.chat, wish.lane, now);
    expect(pace.wait(wish.chat, wish.lane, now)).toBe(0);
    pace.went(wish.chat, now);
    return { ...wish, at: now };
  });
}

/** The most that went out in any window of that length, wherever it begins. */
const mostInAWindow = (sent: readonly Sent[], { inMs }: Limit) =>
  Math.max(
    0,
    ...sent.map(({ at }) => sent.filter((each) => each.at >= at && each.at < at + inMs).length),
  );

const wishes = (chats: readonly number[], pauses: readonly number[]) =>
  fc.array(
    fc.record({
      chat: fc.constantFrom(...chats),
      lane: fc.constantFrom<Lane>('answer', 'notice', 'bulk'),
      afterMs: fc.oneof(fc.constantFrom(...pauses), fc.nat(40)),
    }),
    { minLength: 40, maxLength: 160 },
  );

const manyChats = Array.from({ length: 120 }, (_, n) => n + 1);
const { overall, chat: perChat, group } = telegramLimits;

describe('the pace', () => {
  it('never lets more than 30 messages go in any second', () => {
    fc.assert(
      fc.property(wishes([...manyChats, -1, -2, -3], [0, 0, 0, 999, 1000]), (given) => {
        expect(mostInAWindow(send(given), overall)).toBeLessThanOrEqual(30);
      }),
    );
  });

  it('never lets more than 20 messages go to a group in any minute, nor two in a second', () => {
    fc.assert(
      fc.property(wishes([-1, -2], [0, 1000, 3000, 59_999]), (given) => {
        const sent = send(given);
        for (const one of [-1, -2]) {
          const there = sent.filter(({ chat }) => chat === one);
          expect(mostInAWindow(there, group)).toBeLessThanOrEqual(20);
          expect(mostInAWindow(there, perChat)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('lets no notice follow another message to the same person within a second', () => {
    fc.assert(
      fc.property(wishes([1, 2, 3], [0, 500, 1000]), (given) => {
        const sent = send(given);
        sent.forEach(({ chat, lane, at }, n) => {
          const before = sent.slice(0, n).findLast((each) => each.chat === chat);
          if (lane !== 'answer' && before) expect(at - before.at).toBeGreaterThanOrEqual(1000);
        });
      }),
    );
  });

  it('lets 30 messages to 30 people go at once, and the next when the first is a second old', () => {
    const burst = manyChats
      .slice(0, 31)
      .map((chat) => ({ chat, lane: 'bulk' as const, afterMs: 0 }));
    const at = send(burst).map((each) => each.at - 1_000_000);
    expect(at).toEqual([...Array.from({ length: 30 }, () => 0), 1000]);
  });

  it('answers a person who taps fast without delay', () => {
    const taps = Array.from({ length: 10 }, () => ({
      chat: 1,
      lane: 'answer' as const,
      afterMs: 50,
    }));
    expect(send(taps).at(-1)?.at).toBe(1_000_500);
  });

  it('asks nobody to wait after a pause of a minute', () => {
    const pace = newPace();
    for (let n = 0; n < 20; n += 1) pace.went(-1, n * 1000);
    expect(pace.wait(-1, 'bulk', 20_000)).toBe(40_000);
    expect(pace.wait(-1, 'bulk', 60_000)).toBe(0);
    expect(pace.wait(-2, 'bulk', 20_000)).toBe(0);
  });
});
