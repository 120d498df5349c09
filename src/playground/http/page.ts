import fs from 'node:fs';
import path from 'node:path';
import type { Hono } from 'hono';
import type { Env } from './bot-api';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const headers = {
  'Content-Security-Policy':
    "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** Serves the chat page; its files are read once, and only they can be asked for. */
export function servePage(app: Hono<Env>): void {
  const folder = path.join(__dirname, '..', 'page');
  for (const name of fs.readdirSync(folder)) {
    const type = types[path.extname(name)];
    if (type === undefined) continue;
    const body = new Uint8Array(fs.readFileSync(path.join(folder, name)));
    const at = name === 'index.html' ? '/' : `/${name}`;
    app.get(at, () => new Response(body, { headers: { ...headers, 'Content-Type': type } }));
  }
}
