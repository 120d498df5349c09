import { badRequest } from './refusal';

/** A file that came with a call. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** The parameters of one call: values as typed JSON or as form strings, and files by field. */
export interface Params {
  readonly values: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** Parameters without files, as a caller inside the process gives them. */
export const paramsOf = (values: Record<string, unknown>): Params => ({
  values,
  uploads: new Map(),
});

/** The text of a parameter, or '' when it is absent. */
export function textParam(params: Params, name: string): string {
  const value = params.values[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The whole number of a parameter held within bounds, or `fallback` when it is absent. */
export function intParam(
  params: Params,
  name: string,
  { fallback = 0, min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = {},
): number {
  const number = Number.parseInt(textParam(params, name), 10);
  return Number.isNaN(number) ? fallback : Math.min(max, Math.max(min, number));
}

/** True for true, 1, "true", "yes" and "1", as the Bot API reads it. */
export const boolParam = (params: Params, name: string): boolean =>
  ['true', 'yes', '1'].includes(textParam(params, name).toLowerCase());

/** The object or list of a parameter, given as JSON or as JSON in a form string. */
export function jsonParam(params: Params, name: string): unknown {
  const value = params.values[name];
  if (typeof value !== 'string') return value ?? undefined;
  if (value.trim() === '') return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
  }
}

/** A value as a plain object, or undefined when it is none. */
export const asObject = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;

/** The list of a parameter, or undefined when it is absent; anything else is refused. */
export function listParam(params: Params, name: string): unknown[] | undefined {
  const value = jsonParam(params, name);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw badRequest(`expected an Array of ${name}`);
  return value as unknown[];
}
