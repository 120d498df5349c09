import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { decodePlain, encode, type Doc } from './bson-value';
import type { Disk } from './disk';

/** Who serves a folder: a name nobody had before and the address at which it listens. */
export interface Owner {
  readonly nonce: string;
  readonly uri: string;
  readonly pid: number;
}

const KEY = Buffer.from('o');
const PROBE_MS = 3000;

function read(disk: Disk): Buffer | undefined {
  return disk.get(KEY);
}

function ownerOf(bytes: Buffer | undefined): Owner | undefined {
  if (!bytes) return undefined;
  const { nonce, uri, pid }: Doc = decodePlain(bytes);
  return { nonce: String(nonce), uri: String(uri), pid: Number(pid) };
}

function addressOf(uri: string): { path: string } | { host: string; port: number } {
  const [host = ''] = uri.replace('mongodb://', '').split('/');
  if (!host.includes(':')) return { path: decodeURIComponent(host) };
  const [name = '', port = ''] = host.split(':');
  return { host: name, port: Number(port) };
}

/**
 * Says whether somebody listens at an address. The kernel answers for a process that is busy or
 * stopped, and refuses for one that is dead, so no process number has to be trusted.
 */
export function isListening(uri: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(addressOf(uri));
    const settle = (alive: boolean): void => {
      socket.destroy();
      resolve(alive);
    };
    socket.setTimeout(PROBE_MS, () => settle(true));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** A port may have passed to another program since, a socket's name never. */
async function isAlive({ uri, pid }: Owner): Promise<boolean> {
  if (!(await isListening(uri))) return false;
  return 'path' in addressOf(uri) || isRunning(pid);
}

async function removeSocket(uri: string): Promise<void> {
  const address = addressOf(uri);
  if ('path' in address) await rm(address.path, { force: true });
}

/**
 * Takes a folder for an owner who already listens. Whoever finds a dead predecessor replaces exactly
 * that entry, inside a transaction that excludes other processes; of two starters one wins. Answers
 * the owner found alive, or undefined where the folder is now ours.
 */
export async function takeOwnership(disk: Disk, self: Owner): Promise<Owner | undefined> {
  for (;;) {
    const seen = read(disk);
    const present = ownerOf(seen);
    if (present && (await isAlive(present))) return present;
    const taken = await disk.write(() => {
      const now = read(disk);
      const unchanged = now === undefined ? seen === undefined : seen?.equals(now) === true;
      if (unchanged) disk.put(KEY, encode({ ...self }));
      return unchanged;
    });
    if (!taken) continue;
    if (present) await removeSocket(present.uri);
    return undefined;
  }
}

/** Gives the folder up, if it is still ours. */
export async function releaseOwnership(disk: Disk, { nonce }: Owner): Promise<void> {
  await disk.write(() => {
    if (ownerOf(read(disk))?.nonce === nonce) disk.remove(KEY);
  });
}
