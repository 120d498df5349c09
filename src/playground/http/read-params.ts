import { parseBody } from 'hono/utils/body';
import type { Params, Upload } from '../params';
import { badRequest, Refusal } from '../refusal';

/** Telegram takes files of 50 MB; the rest is for the other parameters. */
const maxBodyBytes = 52 * 1024 * 1024;

/** Reads the parameters of a call from the query string and any of Telegram's body formats. */
export async function readParams(request: Request): Promise<Params> {
  const uploads = new Map<string, Upload>();
  const inQuery = Object.fromEntries(new URL(request.url).searchParams);
  if (request.method === 'GET') return { values: inQuery, uploads };
  const type = request.headers.get('content-type') ?? '';
  const body = await readBody(request);
  if (/application\/json/i.test(type)) {
    return { values: { ...inQuery, ...readJson(body.toString('utf8')) }, uploads };
  }
  return { values: { ...inQuery, ...(await readForm(body, type, uploads)) }, uploads };
}

/** Reads the whole body, but never more than the limit. */
async function readBody(request: Request): Promise<Buffer> {
  const tooLarge = new Refusal(413, 'Request Entity Too Large');
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > maxBodyBytes) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function readJson(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  const value = parseJson(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw badRequest('JSON object expected');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("can't parse JSON object");
  }
}

/** A body of any other type holds no parameters. */
async function readForm(
  body: Buffer,
  type: string,
  uploads: Map<string, Upload>,
): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  const headers = { 'Content-Type': type };
  const whole = new Request('http://form', { method: 'POST', headers, body: new Uint8Array(body) });
  const form = await parseBody(whole).catch(() => {
    throw badRequest("can't parse the form");
  });
  for (const [name, value] of Object.entries(form)) {
    if (typeof value === 'string') fields[name] = value;
    else if (!Array.isArray(value)) uploads.set(name, await readFile(value));
  }
  return fields;
}

async function readFile(file: Pick<File, 'name' | 'type' | 'arrayBuffer'>): Promise<Upload> {
  const type = file.type === '' ? 'application/octet-stream' : file.type;
  return { name: file.name, type, bytes: Buffer.from(await file.arrayBuffer()) };
}
