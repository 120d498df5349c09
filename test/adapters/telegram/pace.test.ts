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
    const load = { ...wish, weight: 1 };
    now += pace.wait(load, now);
    expect(pace.wait(load, now)).toBe(0);
    pace.went(load, now)(now);
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
const { overall, automatic } = telegramLimits;
const perChat: Limit = { most: 1, inMs: 1_000 };
const group: Limit = { most: 20, inMs: 60_000 };

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

  it('lets 30 answers to 30 people go at once, and the next when the first is a second old', () => {
    const burst = manyChats
      .slice(0, 31)
      .map((chat) => ({ chat, lane: 'answer' as const, afterMs: 0 }));
    const at = send(burst).map((each) => each.at - 1_000_000);
    expect(at).toEqual([...Array.from({ length: 30 }, () => 0), 1000]);
  });

  it('keeps room for answers among automatic messages', () => {
    const pace = newPace();
    for (const chat of manyChats.slice(0, automatic.most)) pace.went({ chat, weight: 1 }, 0)(0);
    expect(pace.room('bulk', 0)).toBe(0);
    expect(pace.room('answer', 0)).toBe(overall.most - automatic.most);
    expect(pace.wait({ chat: 999, lane: 'bulk', weight: 1 }, 0)).toBe(1000);
    expect(pace.wait({ chat: 999, lane: 'answer', weight: 1 }, 0)).toBe(0);
  });

  it('has no room for automatic messages while a few that just went are under way', () => {
    const pace = newPace();
    for (const chat of [1, 2, 3, 4]) pace.went({ chat, weight: 1 }, 0);
    expect([pace.room('bulk', 100), pace.room('answer', 100)]).toEqual([0, overall.most - 4]);
    expect(pace.room('bulk', 140)).toBe(4);
  });

  it('counts a message that is under way until a second after its answer', () => {
    const pace = newPace();
    const load = { chat: 1, lane: 'notice' as const, weight: 1 };
    const answered = pace.went(load, 0);
    expect(pace.wait(load, 5_000)).toBe(Infinity);
    answered(5_000);
    expect(pace.wait(load, 5_000)).toBe(1_000);
    expect(pace.wait(load, 6_000)).toBe(0);
  });

  it('counts every photo of an album, and lets one go that is too heavy for any window', () => {
    const pace = newPace();
    pace.went({ chat: -1, weight: 10 }, 0)(0);
    pace.went({ chat: -1, weight: 9 }, 2_000)(2_000);
    expect(pace.wait({ chat: -1, lane: 'bulk', weight: 2 }, 4_000)).toBe(56_000);
    expect(pace.wait({ chat: -1, lane: 'bulk', weight: 1 }, 4_000)).toBe(0);
    expect(pace.wait({ chat: 2, lane: 'bulk', weight: 10 }, 4_000)).toBe(0);
  });

  it('knows what another process sent before it', () => {
    const pace = newPace();
    pace.recall([{ chat: -1, weight: 20, answeredAt: new Date(50_000) }], 60_000);
    pace.recall([{ chat: 1, weight: 1 }], 60_000);
    expect(pace.wait({ chat: -1, lane: 'bulk', weight: 1 }, 60_000)).toBe(50_000);
    expect(pace.wait({ chat: 1, lane: 'bulk', weight: 1 }, 60_000)).toBe(1_000);
    expect([...pace.waiting('bulk', 60_000)]).toEqual([
      [-1, 50_000],
      [1, 1_000],
    ]);
  });

  it('forgets a message that was never sent after all', () => {
    const pace = newPace();
    pace.went({ chat: 1, weight: 1 }, 0)(-Infinity);
    expect(pace.wait({ chat: 1, lane: 'notice', weight: 1 }, 0)).toBe(0);
  });

  it('answers a person who taps fast without delay', () => {
    const taps = Array.from({ length: 10 }, () => ({
      chat: 1,
      lane: 'answer' as const,
      afterMs: 50,
    }));
    expect(send(taps).at(-1)?.at).toBe(1_000_500);
  });

  it('knows who is answered faster than Telegram bears', () => {
    const pace = newPace();
    for (let n = 0; n < 5; n += 1) {
      expect([pace.isHasty(1, n * 500), pace.isHasty(-1, n * 500)]).toEqual([false, false]);
      pace.went({ chat: 1, weight: 1 }, n * 500)(n * 500);
      pace.went({ chat: -1, weight: 1 }, n * 500)(n * 500);
    }
    expect([pace.isHasty(1, 2_500), pace.isHasty(-1, 2_500)]).toEqual([true, false]);
    expect(pace.isHasty(1, 7_000)).toBe(false);
  });

  it('asks nobody to wait after a pause of a minute', () => {
    const pace = newPace();
    const to = (chat: number) => ({ chat, lane: 'bulk' as const, weight: 1 });
    for (let n = 0; n < 20; n += 1) pace.went(to(-1), n * 1000)(n * 1000);
    expect(pace.wait(to(-1), 20_000)).toBe(40_000);
    expect(pace.wait(to(-1), 60_000)).toBe(0);
    expect(pace.wait(to(-2), 20_000)).toBe(0);
  });
});
