import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import type { Cast } from './cast';
import { openGround, type Ground } from './ground';
import { serveBotApi, type Env } from './http/bot-api';
import { type MoveClock, serveClock } from './http/clock';
import { ownPagesOnly } from './http/guard';
import { servePage } from './http/page';
import { serveSim } from './http/sim';
import { callFromReply } from './http/webhook-reply';
import { localTelegram, type LocalTelegram } from './local-telegram';
import type { Stage } from './stage';
import { openQueue } from './updates';
import { openDeliverer } from './webhook';

export type { Cast, CastGroup, CastPerson } from './cast';
export type { MoveClock } from './http/clock';
export type { LocalTelegram } from './local-telegram';
export type { SeenMessage } from './seen';

export interface PlaygroundOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  readonly token: string;
  readonly bot: { readonly username: string; readonly firstName: string };
  readonly cast: Cast;
  /** Keeps chats, counters and files; without it everything is forgotten at the end. */
  readonly dir?: string;
  readonly now?: () => Date;
  /** Lets the page move the clock forward; without it the page only shows the time. */
  readonly moveClock?: MoveClock;
}

export interface Playground {
  /** For a bot: the root of the Bot API. */
  readonly apiRoot: string;
  /** For a person: the address of the chat page. */
  readonly page: string;
  readonly telegram: LocalTelegram;
  stop(): Promise<void>;
}

export type Started =
  | { readonly ok: true; readonly playground: Playground }
  | { readonly ok: false; readonly why: string };

/** Starts a local Telegram: the Bot API for the bot and a chat page for people, on one port. */
export async function startPlayground(options: PlaygroundOptions): Promise<Started> {
  const opened = open(options);
  if (!opened.ok) return opened;
  const { ground } = opened;
  const stage = setStage(ground);
  const telegram = localTelegram(stage);
  telegram.extendCast(options.cast);

  const host = options.host ?? '127.0.0.1';
  const { fetch } = buildApp(stage, telegram, { host, moveClock: options.moveClock });
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  // Longer than any client keeps an idle connection, so that no call meets one just closed.
  server.keepAliveTimeout = 70_000;
  const why = await listen(server, options.port, host);
  if (why !== undefined) {
    stage.webhook.stop();
    ground.journal.close();
    return { ok: false, why };
  }
  stage.webhook.deliver();
  const stop = async () => {
    stage.webhook.stop();
    await close(server);
    ground.journal.close();
  };
  return { ok: true, playground: { ...addressesOf(server, host), telegram, stop } };
}

function setStage(ground: Ground): Stage {
  const queue = openQueue(ground);
  const webhook = openDeliverer(ground, queue, (body) => void callFromReply(stage, body));
  const stage: Stage = { ground, queue, poll: {}, webhook };
  return stage;
}

interface Web {
  readonly host: string;
  readonly moveClock: MoveClock | undefined;
}

/** The whole web side, not yet listening. */
function buildApp(stage: Stage, telegram: LocalTelegram, { host, moveClock }: Web): Hono<Env> {
  const app = new Hono<Env>();
  app.use('/sim/*', ownPagesOnly(host));
  app.notFound((context) =>
    context.json({ ok: false, error_code: 404, description: 'Not Found' }, 404),
  );
  servePage(app);
  serveClock(app, stage.ground, moveClock);
  serveSim(app, stage.ground, telegram);
  serveBotApi(app, stage);
  return app;
}

function addressesOf(server: Server, host: string): { apiRoot: string; page: string } {
  const { port } = server.address() as AddressInfo;
  const isLocal = host === '127.0.0.1' || host === '0.0.0.0' || host === '::';
  const apiHost = isLocal ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return {
    apiRoot: `http://${apiHost}:${port}`,
    page: `http://${isLocal ? 'localhost' : apiHost}:${port}`,
  };
}

type Opened = { readonly ok: true; readonly ground: Ground } | { readonly ok: false; why: string };

function open({ token, bot, cast, dir, now }: PlaygroundOptions): Opened {
  const settings = { token, bot, cast, now: now ?? (() => new Date()) };
  try {
    return { ok: true, ground: openGround(dir === undefined ? settings : { ...settings, dir }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, why: `The playground cannot use its folder ${dir ?? ''}: ${reason}` };
  }
}

/** Resolves with one sentence when the port cannot be had, else with undefined. */
function listen(server: Server, port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is already in use by another program.`
          : `The playground cannot listen on ${host}:${port}: ${error.message}`,
      );
    });
    server.listen(port, host, () => resolve(undefined));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
