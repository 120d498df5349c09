import type { PlaygroundOptions } from '../../src/playground/playground';
import { aPlayground, siti, stopAll } from './support/ground';

afterEach(stopAll);

const start = '2026-11-23T01:00:00.000Z';

/** A playground whose clock stands still until it is moved. */
async function withClock(options: Partial<PlaygroundOptions> = {}) {
  let at = new Date(start);
  const moves: string[] = [];
  const moveClock = (to: Date) => {
    moves.push(to.toISOString());
    at = to;
    return Promise.resolve();
  };
  const playground = await aPlayground({ now: () => at, moveClock, ...options });
  return { ...playground, moves, url: `${playground.apiRoot}/sim/clock` };
}

async function move(url: string, fields: unknown): Promise<{ status: number }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const look = async (url: string): Promise<unknown> => (await fetch(url)).json();

/** A move that tells when it has begun, and goes on until `finish` is called. */
function longMove() {
  let begin = () => {};
  let finish = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const end = new Promise<void>((resolve) => (finish = resolve));
  const moveClock = () => {
    begin();
    return end;
  };
  return { begun, finish, moveClock };
}

test('the clock moves to an instant, whatever zone it is written in', async () => {
  const { url, telegram } = await withClock();
  const moved = await move(url, { to: '2026-11-24T09:00:00+08:00' });
  expect(moved).toEqual({ status: 200, now: '2026-11-24T01:00:00.000Z' });
  expect(await look(url)).toMatchObject({ now: '2026-11-24T01:00:00.000Z', movable: true });
  telegram.says(siti, 'halo');
  expect(telegram.chat(siti)).toMatchObject([{ at: '2026-11-24T01:00:00.000Z' }]);
});

test('the clock moves by minutes from now', async () => {
  const { url, moves } = await withClock();
  await move(url, { minutes: 60 });
  expect(await move(url, { minutes: 1440 })).toEqual({
    status: 200,
    now: '2026-11-24T02:00:00.000Z',
  });
  expect(moves).toEqual(['2026-11-23T02:00:00.000Z', '2026-11-24T02:00:00.000Z']);
});

test.each([
  ['the very same instant', { to: start }, 'only forward, and it is 2026-11-23T01:00:00.000Z'],
  ['an earlier instant', { to: '2026-11-22T01:00:00Z' }, 'only forward'],
  ['minutes back', { minutes: -1 }, 'only forward'],
  ['a slip in the year', { to: '2062-11-23T01:00:00Z' }, 'at most 366 days'],
  ['more minutes than a date can hold', { minutes: 1e300 }, 'Name the time'],
  ['an instant without its zone', { to: '2026-11-24T01:00' }, 'Name the time'],
  ['no instant', { to: 'besok' }, 'Name the time'],
  ['a month that is none', { to: '2026-13-01T00:00:00Z' }, 'Name the time'],
  ['two times', { to: '2026-11-24T01:00:00Z', minutes: 1 }, 'Name the time'],
  ['no time', {}, 'Name the time'],
  ['no fields', [], 'JSON object expected'],
])('%s is refused with one sentence, and the clock stays', async (_, fields, why) => {
  const { url, moves } = await withClock();
  const refused = await move(url, fields);
  expect(refused).toEqual({ status: 400, ok: false, why: expect.stringContaining(why) as unknown });
  expect(moves).toEqual([]);
});

test('no second move begins before the end of the first', async () => {
  const { begun, finish, moveClock } = longMove();
  const { url } = await withClock({ moveClock });
  const first = move(url, { minutes: 1 });
  await begun;
  expect(await look(url)).toMatchObject({ moving: true });
  expect(await move(url, { minutes: 1 })).toEqual({
    status: 409,
    ok: false,
    why: 'The clock is being moved already.',
  });
  finish();
  expect(await first).toMatchObject({ status: 200 });
  expect(await look(url)).toMatchObject({ moving: false });
  expect(await move(url, { minutes: 1 })).toMatchObject({ status: 200 });
});

test('of many moves at once one is made', async () => {
  const { finish, moveClock } = longMove();
  const { url } = await withClock({ moveClock });
  const statuses: unknown[] = [];
  const ask = async (minutes: number) => {
    statuses.push((await move(url, { minutes })).status);
    if (statuses.length === 4) finish();
  };
  await Promise.all([1, 2, 3, 4, 5].map(ask));
  expect(statuses).toEqual([409, 409, 409, 409, 200]);
});

test('a move that fails says why, and the next one is free to begin', async () => {
  let fails = true;
  const moveClock = () =>
    fails ? Promise.reject(new Error('the bot is gone')) : Promise.resolve();
  const { url } = await withClock({ moveClock });
  expect(await move(url, { minutes: 1 })).toEqual({
    status: 500,
    ok: false,
    why: 'The clock could not be moved: the bot is gone',
  });
  fails = false;
  expect(await move(url, { minutes: 1 })).toMatchObject({ status: 200 });
});

test('a playground that only shows the time says so', async () => {
  const { apiRoot } = await aPlayground({ now: () => new Date(start) });
  const url = `${apiRoot}/sim/clock`;
  expect(await look(url)).toEqual({ now: start, movable: false, moving: false });
  expect(await move(url, { minutes: 1 })).toEqual({
    status: 404,
    ok: false,
    why: 'The clock of this playground cannot be moved.',
  });
});

test('a foreign page cannot move the clock', async () => {
  const { url, moves } = await withClock();
  const headers = { Origin: 'http://evil.example' };
  const { status } = await fetch(url, { method: 'POST', headers, body: '{"minutes":1}' });
  expect(status).toBe(403);
  expect(moves).toEqual([]);
});

test('the pages hear of a move when it begins and when it ends', async () => {
  const { apiRoot, url } = await withClock();
  const { body } = await fetch(`${apiRoot}/sim/events`);
  await move(url, { minutes: 1 });
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(part);
    if (text.split('{"kind":"clock"}').length === 3) break;
  }
  expect(text.match(/^data: .*$/gm)).toEqual(['data: {"kind":"clock"}', 'data: {"kind":"clock"}']);
});
