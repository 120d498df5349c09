import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { heartbeatTo } from '../../../src/adapters/web/heartbeat';
import { freePort } from '../../support/free-port';

let server: Server;
let answer = 200;
const asked: string[] = [];
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping/blk`;

describe('a sign of life', () => {
  it('reaches the address that is set', async () => {
    expect(await heartbeatTo(address())()).toBe(true);
    expect(asked).toEqual(['/ping/blk']);
  });

  it('was not heard when the answer is an error, or none', async () => {
    answer = 503;
    expect(await heartbeatTo(address())()).toBe(false);
    expect(await heartbeatTo(`http://127.0.0.1:${await freePort()}/`)()).toBe(false);
  });
});
