import { aPlayground, budi, call, siti, stopAll, token, updateIds } from './support/ground';

afterEach(stopAll);

test('an update comes again until a higher offset confirms it', async () => {
  const playground = await aPlayground();
  const first = playground.telegram.says(siti, 'satu').updateId!;
  const second = playground.telegram.says(siti, 'dua').updateId!;
  expect(await updateIds(playground)).toEqual([first, second]);
  expect(await updateIds(playground, { offset: first })).toEqual([first, second]);
  expect(await updateIds(playground, { offset: second })).toEqual([second]);
  expect(playground.telegram.deliveries(first)).toBe(2);
  expect(await updateIds(playground, { offset: second + 1 })).toEqual([]);
  expect(playground.telegram.pendingUpdates()).toEqual([]);
});

test('a negative offset forgets all but the newest, and a limit cuts', async () => {
  const playground = await aPlayground();
  const ids = [1, 2, 3, 4].map((n) => playground.telegram.says(siti, String(n)).updateId);
  expect(await updateIds(playground, { limit: 2 })).toEqual(ids.slice(0, 2));
  expect(await updateIds(playground, { offset: -2 })).toEqual(ids.slice(2));
  expect(await updateIds(playground)).toEqual(ids.slice(2));
});

test('messages expire after 24 hours and taps after 150 seconds', async () => {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const playground = await aPlayground({ now: () => new Date(now) });
  const { telegram } = playground;
  const said = telegram.says(siti, 'halo');
  telegram.tapsData(siti, siti, said.messageId, 'x');
  now += 149_000;
  expect(await updateIds(playground)).toHaveLength(2);
  now += 1_000;
  expect(await updateIds(playground)).toEqual([said.updateId]);
  now += 86_400_000;
  expect(await updateIds(playground)).toEqual([]);
});

test('the older of two polls ends with a conflict', async () => {
  const playground = await aPlayground();
  const older = call(playground, 'getUpdates', { timeout: 50 });
  await playground.telegram.until((telegram) => telegram.calls('getUpdates').length === 1);
  const newer = call(playground, 'getUpdates', { timeout: 50 });
  expect(await older).toEqual({
    ok: false,
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  playground.telegram.says(siti, 'halo');
  expect(await newer).toMatchObject({ ok: true, result: [{ message: { text: 'halo' } }] });
});

test('a poll that hung up takes no update with it', async () => {
  const playground = await aPlayground();
  const hangUp = new AbortController();
  const url = `${playground.apiRoot}/bot${token}/getUpdates?timeout=50`;
  const polling = fetch(url, { signal: hangUp.signal });
  await playground.telegram.until((telegram) => telegram.calls('getUpdates').length === 1);
  hangUp.abort();
  await expect(polling).rejects.toThrow();
  await playground.telegram.until((telegram) => telegram.calls('getUpdates')[0]?.fate === 'lost');
  const { updateId } = playground.telegram.says(siti, 'halo');
  expect(await updateIds(playground)).toEqual([updateId]);
  expect(playground.telegram.deliveries(updateId!)).toBe(1);
});

test('the kinds asked for are remembered, and members are not among the usual ones', async () => {
  const playground = await aPlayground();
  await updateIds(playground, { allowed_updates: ['callback_query'] });
  expect(playground.telegram.says(siti, 'halo').updateId).toBeUndefined();
  await updateIds(playground, {});
  expect(playground.telegram.says(siti, 'halo').updateId).toBeUndefined();
  await updateIds(playground, { allowed_updates: [] });
  expect(playground.telegram.says(siti, 'halo').updateId).toBeDefined();
});

test('a test can hold updates back and hand one out again', async () => {
  const playground = await aPlayground();
  const { telegram } = playground;
  telegram.holdUpdates(true);
  const first = telegram.says(siti, 'satu').updateId!;
  const second = telegram.says(budi, 'dua').updateId!;
  expect(await updateIds(playground)).toEqual([]);
  telegram.holdUpdates(false);
  expect(await updateIds(playground)).toEqual([first, second]);
  expect(await updateIds(playground, { offset: second + 1 })).toEqual([]);
  telegram.redeliver(first);
  expect(await updateIds(playground, { offset: second + 1 })).toEqual([first]);
  expect(await updateIds(playground, { offset: second + 1 })).toEqual([]);
  expect(telegram.deliveries(first)).toBe(2);
});

test.each([
  ['4242:wrong', 401, 'Unauthorized'],
  ['nonsense', 404, 'Not Found'],
])('the token %s is refused with %i', async (wrong, error_code, description) => {
  const { apiRoot } = await aPlayground();
  const response = await fetch(`${apiRoot}/bot${wrong}/getMe`);
  expect(response.status).toBe(error_code);
  expect(await response.json()).toEqual({ ok: false, error_code, description });
});
