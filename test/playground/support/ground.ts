import {
  startPlayground,
  type Playground,
  type PlaygroundOptions,
} from '../../../src/playground/playground';

export const token = '4242:test';

/** Siti runs a centre; Budi is an officer; Cakra has nothing to do with any of it. */
export const siti = 101;
export const budi = 102;
export const cakra = 103;
export const group = -500;
export const supergroup = -1_001_000_000_500;

const cast = {
  people: [
    { id: siti, firstName: 'Siti', lastName: 'Aminah', about: 'Pengelola', started: true },
    { id: budi, firstName: 'Budi', username: 'budi', about: 'Petugas', phone: '+62811' },
    { id: cakra, firstName: 'Cakra', about: 'Orang asing' },
  ],
  groups: [
    { id: group, title: 'Grup BLK', members: [siti, budi], botIsMember: true, about: 'Grup' },
    {
      ...{ id: supergroup, title: 'Supergrup', members: [siti, budi], about: 'Grup besar' },
      ...{ botIsMember: true, botIsAdmin: true },
    },
  ],
};

const open = new Set<Playground>();

/** Starts a playground on a free port; `stopAll` stops it. */
export async function aPlayground(options: Partial<PlaygroundOptions> = {}): Promise<Playground> {
  const bot = { username: 'blk_bot', firstName: 'BLK' };
  const started = await startPlayground({ port: 0, token, bot, cast, ...options });
  if (!started.ok) throw new Error(started.why);
  open.add(started.playground);
  return started.playground;
}

/** Stops every playground of this test. */
export async function stopAll(): Promise<void> {
  await Promise.all([...open].map((playground) => playground.stop()));
  open.clear();
}

export interface Reply {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: Record<string, number>;
}

/** Calls one method of the Bot API over HTTP with JSON parameters. */
export async function call(
  playground: Playground,
  method: string,
  params: Record<string, unknown> = {},
): Promise<Reply> {
  const response = await fetch(`${playground.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(params),
  });
  return (await response.json()) as Reply;
}

/** Asks for updates without waiting and returns their ids. */
export async function updateIds(
  playground: Playground,
  params: Record<string, unknown> = {},
): Promise<number[]> {
  const { result } = await call(playground, 'getUpdates', params);
  return (result as { update_id: number }[]).map(({ update_id: id }) => id);
}

/** Sends a message of the bot and returns its id. */
export async function sent(
  playground: Playground,
  params: Record<string, unknown>,
  method = 'sendMessage',
): Promise<number> {
  const reply = await call(playground, method, params);
  if (!reply.ok) throw new Error(reply.description);
  return (reply.result as { message_id: number }).message_id;
}
