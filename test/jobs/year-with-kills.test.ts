import { instant } from '../support/year/year-days';
import { differences, yearWithKills } from '../support/year/year-with-kills';

const until = instant('2026-12-12 00:00');

test('two processes that are killed again and again leave what undisturbed ones leave', async () => {
  const calm = await yearWithKills({ calls: Infinity, seed: 7 }, until);
  const killed = await yearWithKills({ calls: Math.floor(calm.calls / 20), seed: 7 }, until);
  expect(calm.kills).toBe(0);
  expect(killed.kills).toBeGreaterThan(9);
  expect(calm.messages.length).toBeGreaterThan(20);
  expect(differences(calm.messages, killed.messages)).toEqual([]);
  expect(differences(calm.changes, killed.changes)).toEqual([]);
}, 60_000);
