import { nextId } from './counters';
import type { Ground, PendingUpdate } from './ground';
import type { UpdateKind } from './wire';

/** One update as the Bot API shows it. */
export type WireUpdate = { readonly update_id: number } & Readonly<Record<string, unknown>>;

/** Kinds a bot must ask for by name. */
const notByDefault: readonly string[] = ['chat_member', 'message_reaction'];

const messageLifetime = 24 * 60 * 60;
const lifetimes: Partial<Record<UpdateKind, number>> = { callback_query: 150, inline_query: 30 };

/** The waiting updates, and what tests may do to them. */
export interface UpdateQueue {
  /** Queues an update unless the bot did not ask for its kind; returns its id. */
  add(kind: UpdateKind, body: unknown, lane: string): number | undefined;
  /** Those not confirmed and not expired, oldest first; none while they are held. */
  waiting(): PendingUpdate[];
  /** Ids of all that wait, held or not. */
  pendingIds(): number[];
  confirmBelow(id: number): void;
  confirm(id: number): void;
  /** Forgets all but the newest `count`. */
  keepNewest(count: number): void;
  /** Takes out the updates to be delivered once more out of turn. */
  takeAgain(): PendingUpdate[];
  noteDelivery(updates: readonly PendingUpdate[]): void;
  /** How often an update has been handed to the bot so far. */
  deliveries(id: number): number;
  redeliver(id: number): void;
  hold(isHeld: boolean): void;
}

interface Memory {
  readonly delivered: Map<number, number>;
  readonly past: Map<number, PendingUpdate>;
  again: PendingUpdate[];
  isHeld: boolean;
}

const pastKept = 5000;

/** Creates the queue over the ground's table of updates. */
export function openQueue(ground: Ground): UpdateQueue {
  const memory: Memory = { delivered: new Map(), past: new Map(), again: [], isHeld: false };
  const pending = () => pendingOf(ground);
  const confirm = (update: PendingUpdate) => retire(ground, memory, update);
  return {
    add: (kind, body, lane) => add(ground, kind, body, lane),
    waiting: () => (memory.isHeld ? [] : pending()),
    pendingIds: () => pending().map(({ id }) => id),
    confirmBelow: (id) => pending().forEach((update) => update.id < id && confirm(update)),
    confirm: (id) => pending().forEach((update) => update.id === id && confirm(update)),
    keepNewest: (count) => pending().slice(0, -count).forEach(confirm),
    takeAgain() {
      if (memory.isHeld) return [];
      const again = memory.again;
      memory.again = [];
      return again;
    },
    noteDelivery(updates) {
      noteDelivery(memory, updates);
      ground.changes.tell({ kind: 'queue' });
    },
    deliveries: (id) => memory.delivered.get(id) ?? 0,
    redeliver: (id) => redeliver(ground, memory, id),
    hold(isHeld) {
      memory.isHeld = isHeld;
      ground.changes.tell({ kind: 'update' });
    },
  };
}

/** The update as it goes over the wire. */
export const wireUpdate = ({ id, kind, body }: PendingUpdate): WireUpdate => ({
  update_id: id,
  [kind]: body,
});

/** Whether the bot has asked for updates of this kind. */
function wanted(ground: Ground, kind: UpdateKind): boolean {
  const allowed = ground.settings.get('allowed_updates') as string[] | undefined;
  if (!allowed || allowed.length === 0) return !notByDefault.includes(kind);
  return allowed.includes(kind);
}

function add(ground: Ground, kind: UpdateKind, body: unknown, lane: string): number | undefined {
  if (!wanted(ground, kind)) return undefined;
  const id = nextId(ground, 'update', 1000);
  const lifetime = lifetimes[kind] ?? messageLifetime;
  const expiresAt = ground.now().getTime() + lifetime * 1000;
  ground.updates.set(id, { id, kind, body, expiresAt, lane });
  ground.changes.tell({ kind: 'update' });
  return id;
}

function pendingOf(ground: Ground): PendingUpdate[] {
  const now = ground.now().getTime();
  for (const { id, expiresAt } of ground.updates.values()) {
    if (expiresAt <= now) ground.updates.delete(id);
  }
  return ground.updates.values();
}

function retire(ground: Ground, memory: Memory, update: PendingUpdate): void {
  ground.updates.delete(update.id);
  memory.past.set(update.id, update);
  ground.changes.tell({ kind: 'queue' });
  const oldest = memory.past.keys().next().value;
  if (memory.past.size > pastKept && oldest !== undefined) memory.past.delete(oldest);
}

function noteDelivery({ delivered }: Memory, updates: readonly PendingUpdate[]): void {
  for (const { id } of updates) delivered.set(id, (delivered.get(id) ?? 0) + 1);
}

function redeliver(ground: Ground, memory: Memory, id: number): void {
  const update = ground.updates.get(id) ?? memory.past.get(id);
  if (!update) throw new Error(`There was no update ${id} lately.`);
  memory.again.push(update);
  ground.changes.tell({ kind: 'update' });
}
