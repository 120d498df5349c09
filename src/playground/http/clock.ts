import type { Context, Hono } from 'hono';
import type { Ground } from '../ground';
import type { Params } from '../params';
import type { Env } from './bot-api';
import { fieldsOf } from './fields';
import { readParams } from './read-params';

/** Brings the clock of the bot to a later instant and plays what falls in between. */
export type MoveClock = (to: Date) => Promise<void>;

/** A slip in the year would keep the bot busy for ages, and nothing stops a move half way. */
const furthestDays = 366;
const millisecondsOfADay = 86_400_000;

type Target =
  { readonly ok: true; readonly to: Date } | { readonly ok: false; readonly why: string };

type Moved =
  | { readonly ok: true }
  | { readonly ok: false; readonly status: 400 | 409 | 500; readonly why: string };

/**
 * Serves `GET /sim/clock`, and `POST /sim/clock` with `to` (an ISO instant) or `minutes` from now.
 *
 * A move is answered with `{ now }` when it has come true; a refusal with `{ ok: false, why }`:
 * 400 for what is no later instant, 404 without `moveClock`, 409 during a move, 500 when it fails.
 */
export function serveClock(app: Hono<Env>, ground: Ground, moveClock?: MoveClock): void {
  const mover = moveClock && openMover(ground, moveClock);
  const now = () => ground.now().toISOString();
  app.get('/sim/clock', (context) =>
    context.json({ now: now(), movable: mover !== undefined, moving: mover?.isMoving() ?? false }),
  );
  app.post('/sim/clock', async (context) => {
    if (!mover) return refuse(context, 404, 'The clock of this playground cannot be moved.');
    const moved = await moveAsAsked(ground, mover, context.req.raw);
    return moved.ok ? context.json({ now: now() }) : refuse(context, moved.status, moved.why);
  });
}

const refuse = (context: Context<Env>, status: 400 | 404 | 409 | 500, why: string): Response =>
  context.json({ ok: false, why }, status);

interface Mover {
  isMoving(): boolean;
  move(to: Date): Promise<void>;
}

/** Tells the pages when a move begins and when it ends, however it ends. */
function openMover({ changes }: Ground, moveClock: MoveClock): Mover {
  let moving = false;
  const set = (value: boolean) => {
    moving = value;
    changes.tell({ kind: 'clock' });
  };
  return {
    isMoving: () => moving,
    async move(to) {
      set(true);
      try {
        await moveClock(to);
      } finally {
        set(false);
      }
    },
  };
}

async function moveAsAsked(ground: Ground, mover: Mover, request: Request): Promise<Moved> {
  let target: Target;
  try {
    target = targetOf(await readParams(request), ground.now());
  } catch (error) {
    return { ok: false, status: 400, why: reasonOf(error) };
  }
  // From here to the start of the move nothing waits, so two moves never begin together.
  if (mover.isMoving()) return { ok: false, status: 409, why: 'The clock is being moved already.' };
  if (!target.ok) return { ...target, status: 400 };
  try {
    await mover.move(target.to);
    return { ok: true };
  } catch (error) {
    return { ok: false, status: 500, why: `The clock could not be moved: ${reasonOf(error)}` };
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function targetOf(params: Params, now: Date): Target {
  const to = instantOf(params, now);
  if (!to) {
    const why = 'Name the time as `to` (an ISO instant with its zone) or as `minutes` from now.';
    return { ok: false, why };
  }
  const ahead = to.getTime() - now.getTime();
  if (ahead <= 0) {
    return { ok: false, why: `The clock moves only forward, and it is ${now.toISOString()} now.` };
  }
  return ahead <= furthestDays * millisecondsOfADay
    ? { ok: true, to }
    : { ok: false, why: `The clock moves at most ${furthestDays} days at a time.` };
}

const isoInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function instantOf(params: Params, now: Date): Date | undefined {
  const fields = fieldsOf(params);
  const text = fields.optionalText('to');
  const minutes = fields.optionalNumber('minutes');
  if ((text === undefined) === (minutes === undefined)) return undefined;
  if (text !== undefined && !isoInstant.test(text)) return undefined;
  const instant = new Date(text ?? now.getTime() + (minutes ?? 0) * 60_000);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
