import { type Params, type Upload, listParam } from '../params';

/** Reads the named fields of a request to `/sim`, and says which one is missing. */
export interface Fields {
  number(name: string): number;
  optionalNumber(name: string): number | undefined;
  text(name: string): string;
  optionalText(name: string): string | undefined;
  /** A list, or one written as JSON, as forms carry it. */
  optionalList(name: string): readonly unknown[] | undefined;
  flag(name: string): boolean;
  file(): Upload | undefined;
  raw(): Readonly<Record<string, unknown>>;
}

/** Wraps the parameters of one request. */
export function fieldsOf(params: Params): Fields {
  const { values, uploads } = params;
  const optionalNumber = (name: string) => {
    const value = values[name];
    const number = value === '' || value === null ? Number.NaN : Number(value);
    return value === undefined || Number.isNaN(number) ? undefined : number;
  };
  const optionalText = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    optionalNumber,
    optionalText,
    optionalList: (name) => listParam(params, name),
    number: (name) => required(name, 'a number', optionalNumber(name)),
    text: (name) => required(name, 'a text', optionalText(name)),
    flag: (name) => values[name] === true || values[name] === 'true',
    file: () => uploads.get('file'),
    raw: () => values,
  };
}

function required<T>(name: string, kind: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`The field ${name} must be ${kind}.`);
  return value;
}
