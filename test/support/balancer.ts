import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What stands before several processes and gives each its share. */
export interface Balancer {
  readonly url: string;
  /** How many requests each port has answered. */
  readonly answered: ReadonlyMap<number, number>;
  close(): Promise<void>;
}

/** Gives requests to the ports in turn; a port that does not answer is passed over. */
export async function balancer(path: string, ports: readonly number[]): Promise<Balancer> {
  const answered = new Map<number, number>();
  let turn = 0;
  const server = createServer((request, response) => {
    turn += 1;
    const order = ports.map((_, n) => ports[(turn + n) % ports.length]!);
    void pass(request, response, order).then(
      (port) => answered.set(port, (answered.get(port) ?? 0) + 1),
      () => response.writeHead(502).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${path}`, answered, close: () => close(server) };
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  ports: readonly number[],
): Promise<number> {
  const body = await buffer(request);
  for (const port of ports) {
    const answer = await fetch(`http://127.0.0.1:${port}${request.url ?? '/'}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Telegram-Bot-Api-Secret-Token': String(
          request.headers['x-telegram-bot-api-secret-token'],
        ),
      },
      body: new Uint8Array(body),
    }).catch(() => undefined);
    if (!answer) continue;
    response.writeHead(answer.status).end(await answer.text());
    return port;
  }
  throw new Error('No process answers');
}

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
