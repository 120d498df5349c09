import type { Socket } from 'node:net';
import type { Engine } from './engine';
import { errorReply } from './mongo-error';
import { runCommand } from './run-command';
import { messageCutter, readRequest, writeReply, type Request } from './wire-message';

/** A client that is connected; closing waits for the command it is in. */
export interface Connection {
  close(): Promise<void>;
}

async function answer(engine: Engine, request: Request, socket: Socket): Promise<void> {
  const reply = await runCommand(engine, request.body);
  if (!request.silent && socket.writable) socket.write(written(request, reply));
}

function written(request: Request, reply: Parameters<typeof writeReply>[1]): Buffer {
  try {
    return writeReply(request, reply);
  } catch (error) {
    return writeReply(request, errorReply(error));
  }
}

const FAREWELL_MS = 1000;

/** Sends what is still to be sent; a client that does not read is left behind after a second. */
function finish(socket: Socket): Promise<void> {
  if (!socket.writable) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(resolve, FAREWELL_MS).unref();
    socket.once('close', resolve);
    socket.end(() => {
      clearTimeout(late);
      resolve();
    });
  });
}

/** Serves one client: its commands one after the other, in the order in which they came. */
export function serveConnection(engine: Engine, socket: Socket): Connection {
  const cut = messageCutter();
  let [work, open] = [Promise.resolve(), true];
  const end = (): void => {
    open = false;
    socket.destroy();
  };
  const enqueue = (request: Request): void => {
    work = work.then(() => (open ? answer(engine, request, socket) : undefined)).catch(end);
  };
  const receive = (chunk: Buffer): void => {
    try {
      for (const message of cut(chunk)) enqueue(readRequest(message));
    } catch {
      end();
    }
  };
  socket.setNoDelay(true);
  socket.on('error', end);
  socket.on('data', receive);
  const close = async (): Promise<void> => {
    socket.pause();
    await work;
    await finish(socket);
    end();
  };
  return { close };
}
