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

/** Serves one client: its commands one after the other, in the order in which they came. */
export function serveConnection(engine: Engine, socket: Socket): Connection {
  const cut = messageCutter();
  let [work, open] = [Promise.resolve(), true];
  const end = (): void => {
    open = false;
    socket.destroy();
  };
  const receive = (chunk: Buffer): void => {
    for (const message of cut(chunk)) {
      const request = readRequest(message);
      work = work.then(() => (open ? answer(engine, request, socket) : undefined)).catch(end);
    }
  };
  socket.setNoDelay(true);
  socket.on('error', end);
  socket.on('data', (chunk: Buffer) => {
    try {
      receive(chunk);
    } catch {
      end();
    }
  });
  return {
    async close() {
      socket.pause();
      await work;
      end();
    },
  };
}
