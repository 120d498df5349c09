import { openLimits } from '../../src/playground/limits';

const accepted = (chats: number[], at: (index: number) => number) => {
  const limits = openLimits();
  return chats.filter((chat, index) => limits.ask(chat, 1, at(index)) === undefined).length;
};

const many = (count: number, chat: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => chat(index));

test('no sliding second holds more than 30 sends', () => {
  expect(
    accepted(
      many(60, (n) => n + 1),
      (n) => n * 10,
    ),
  ).toBe(30);
  expect(
    accepted(
      many(60, (n) => n + 1),
      (n) => n * 34,
    ),
  ).toBe(60);
});

test('a private chat bears a burst of four, then one a second', () => {
  expect(
    accepted(
      many(10, () => 7),
      () => 0,
    ),
  ).toBe(4);
  expect(
    accepted(
      many(30, () => 7),
      (n) => n * 1000,
    ),
  ).toBe(30);
});

test('a group bears 20 a minute, and the wait is told in whole seconds', () => {
  const limits = openLimits();
  for (let n = 0; n < 20; n += 1) expect(limits.ask(-7, 1, n * 1000)).toBeUndefined();
  expect(limits.ask(-7, 1, 20_500)).toBe(40);
  expect(limits.ask(-7, 1, 60_000)).toBeUndefined();
});
