import { z } from 'zod';
import { defaultOffice } from './domain/notice';

/** Everything that can be set from outside. */
export type Settings = z.infer<typeof settingsShape>;

export type SettingsRead =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The environment: names and what they are set to. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that may stand in a file named by `NAME_FILE`, as container secrets do. */
export const secretNames = ['BOT_TOKEN', 'MONGODB_URI', 'WEBHOOK_SECRET'] as const;

const knowsZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    // node-cron takes names of places only: 'WITA' would fail late.
    return zone.includes('/');
  } catch {
    return false;
  }
};

const isUrl = (text: string, schemes: readonly string[]) => {
  const url = URL.parse(text);
  return url !== null && schemes.includes(url.protocol) && url.hostname !== '';
};

const urlOf = (schemes: readonly string[], words: string) =>
  z.string().refine((text) => isUrl(text, schemes), words);

const thisMachine = ['127.0.0.1', 'localhost', '[::1]'];

/** Telegram asks for https; a Bot API server on this very machine delivers without. */
const isWebhook = (text: string) =>
  isUrl(text, ['https:']) ||
  (isUrl(text, ['http:']) && thisMachine.includes(new URL(text).hostname));

/** Telegram's ids have at most 52 bits. */
const idList = /^\d{1,15}(\s*,\s*\d{1,15})*$/u;

const settingsShape = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d{6,}:[\w-]{10,}$/u, 'must look like 123456789:AA…, as @BotFather gives it')
    .optional(),
  TELEGRAM_API_ROOT: urlOf(
    ['http:', 'https:'],
    'must be a web address such as https://api.telegram.org',
  )
    .transform((url) => url.replace(/\/+$/u, ''))
    .default('https://api.telegram.org'),
  MONGODB_URI: z
    .string()
    .regex(
      /^mongodb(\+srv)?:\/\/[^\s/]+/u,
      'must start with mongodb:// or mongodb+srv:// and name a server',
    )
    .optional(),
  DATA_DIR: z.string().default('./data'),
  ADMIN_IDS: z
    .string()
    .regex(idList, 'must be Telegram ids separated by commas, such as 12345678,87654321')
    .transform((ids) => ids.split(',').map(Number))
    .default([]),
  TIMEZONE: z
    .string()
    .refine(knowsZone, 'must be a zone such as Asia/Makassar, Asia/Jakarta or Asia/Jayapura')
    .default('Asia/Makassar'),
  OFFICE: z
    .string()
    .regex(/^[^\n<>]{3,100}$/u, 'must be the name of the office, in 3 to 100 letters')
    .default(defaultOffice),
  WEBHOOK_URL: z
    .string()
    .refine(isWebhook, 'must be a web address that starts with https://')
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/u, 'must be 16 to 256 letters, digits, _ or -')
    .optional(),
  PORT: z
    .string()
    .regex(/^\d+$/u, 'must be a number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a number from 1 to 65535')
    .default(8080),
  HEARTBEAT_URL: urlOf(['http:', 'https:'], 'must be a web address').optional(),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'must be debug, info, warn, error or silent',
    )
    .default('info'),
});

/**
 * Reads the settings from the environment; says everything that is wrong with them at once.
 *
 * A problem names the variable and never quotes its value. An empty variable counts as not set.
 * `readFile` reads the file that a `NAME_FILE` names, and throws when it can't.
 */
export function readSettings(
  environment: Environment,
  readFile: (path: string) => string,
): SettingsRead {
  const { given, problems } = withFiles(environment, readFile);
  const parsed = settingsShape.safeParse(given);
  const unfit =
    parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
  const all = [...problems, ...unfit, ...together(given)];
  return parsed.success && all.length === 0
    ? { ok: true, settings: parsed.data }
    : { ok: false, problems: all };
}

/** Problems of settings that only make sense together. */
function together(given: Environment): readonly string[] {
  if (given.WEBHOOK_URL === undefined) return [];
  return [
    ...(given.WEBHOOK_SECRET === undefined
      ? ['WEBHOOK_SECRET is missing: WEBHOOK_URL needs it']
      : []),
    ...(given.BOT_TOKEN === undefined ? ['BOT_TOKEN is missing: WEBHOOK_URL needs it'] : []),
  ];
}

function withFiles(environment: Environment, readFile: (path: string) => string) {
  const given: Record<string, string | undefined> = {};
  for (const name of Object.keys(settingsShape.shape))
    given[name] = environment[name]?.trim() || undefined;
  const problems: string[] = [];
  for (const name of secretNames) {
    const path = environment[`${name}_FILE`]?.trim();
    if (!path) continue;
    if (given[name] !== undefined)
      problems.push(`${name} and ${name}_FILE are both set: keep one of them`);
    else given[name] = contentOf(path, readFile);
    if (given[name] === undefined)
      problems.push(`${name}_FILE names a file that can't be read or is empty`);
  }
  return { given, problems };
}

function contentOf(path: string, readFile: (path: string) => string): string | undefined {
  try {
    return readFile(path).trim() || undefined;
  } catch {
    return undefined;
  }
}
