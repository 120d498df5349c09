import type { HonoRequest } from 'hono';
import type { Params, Upload } from '../params';
import { badRequest } from '../refusal';

/** Reads the parameters of a call from the query string and any of Telegram's body formats. */
export async function readParams(request: HonoRequest): Promise<Params> {
  const uploads = new Map<string, Upload>();
  const inQuery = request.query();
  if (request.method === 'GET') return { values: inQuery, uploads };
  const type = request.header('content-type')?.toLowerCase() ?? '';
  if (type.includes('application/json')) {
    return { values: { ...inQuery, ...(await readJson(request)) }, uploads };
  }
  const isForm = type.includes('multipart/form-data') || type.includes('x-www-form-urlencoded');
  const fields = isForm ? await readForm(request, uploads) : {};
  return { values: { ...inQuery, ...fields }, uploads };
}

async function readJson(request: HonoRequest): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    throw badRequest("can't parse JSON object");
  }
  throw badRequest('JSON object expected');
}

async function readForm(
  request: HonoRequest,
  uploads: Map<string, Upload>,
): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  const form = await request.formData().catch(() => {
    throw badRequest("can't parse the form");
  });
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields[name] = value;
    else uploads.set(name, await readFile(value));
  }
  return fields;
}

async function readFile(file: File): Promise<Upload> {
  const type = file.type === '' ? 'application/octet-stream' : file.type;
  return { name: file.name, type, bytes: Buffer.from(await file.arrayBuffer()) };
}
