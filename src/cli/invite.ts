import { readFileSync } from 'node:fs';
import { mongoStores } from '../adapters/mongo/mongo-stores';
import { systemChance } from '../adapters/system';
import { createBot } from '../adapters/telegram/create-bot';
import { castBot } from '../cast';
import { type Settings, readSettings } from '../config';
import { formId } from '../domain/form-id';
import { type Institution, shortName } from '../domain/institution';
import { type Offer, invitationEnd, validHours } from '../domain/invitation';
import { roleName } from '../domain/person';
import { regencyIn } from '../domain/regency';
import { joinStore } from '../open-store';
import type { World } from '../ports';
import { programClock } from '../program-clock';
import { seedInstitutions } from '../seed';

type Asked =
  | { readonly ok: true; readonly offer: Offer; readonly whose: string }
  | { readonly ok: false; readonly why: string };

const usage = `Usage: npm run invite -- <institution-slug> <role>
  institution-slug  such as bina-iman; for officers and heads a regency, such as
                    "Kabupaten Paser", or "all" for all of them
  role              manager, deputy, officer or head`;

const codeBytes = 12;

/** Prints a single-use invitation link, beside a running bot or without one. */
async function invite(settings: Settings, args: readonly string[]): Promise<string> {
  const opened = await joinStore(settings);
  if (!opened.ok) throw new Error(opened.why);
  try {
    const world = {
      ...mongoStores(opened.store, () => undefined),
      clock: programClock(settings),
      chance: systemChance,
    };
    await seedInstitutions(world);
    const asked = await read(args, world);
    if (!asked.ok) throw new Error(asked.why);
    const code = await issue(asked.offer, world);
    return [
      `${roleName(asked.offer.role)}, ${asked.whose}. Valid once, for ${validHours} hours:`,
      await linkTo(settings, code),
    ].join('\n');
  } finally {
    await opened.close();
  }
}

async function read(
  [slug, role]: readonly string[],
  world: Pick<World, 'institutions'>,
): Promise<Asked> {
  if (slug === undefined || role === undefined) return { ok: false, why: usage };
  const all = await world.institutions.within({ institutions: [], regencies: 'all' });
  if (role === 'officer' || role === 'head') return forOffice(role, slug, all);
  if (role !== 'manager' && role !== 'deputy')
    return { ok: false, why: `There is no role "${role}".\n${usage}` };
  const institution = all.find(({ id }) => id === slug);
  return institution
    ? { ok: true, offer: { role, institution: institution.id }, whose: shortName(institution) }
    : { ok: false, why: `There is no institution "${slug}". Known: ${known(all)}` };
}

/** A slip of the pen must not open every regency. */
function forOffice(role: 'officer' | 'head', where: string, all: readonly Institution[]): Asked {
  if (where === 'all')
    return { ok: true, offer: { role, regencies: 'all' }, whose: 'all regencies' };
  const regencies = [...new Set(all.map(({ regency }) => regency))].toSorted();
  const meant = regencyIn(where, regencies);
  return meant.is === 'named' && regencies.includes(meant.regency)
    ? { ok: true, offer: { role, regencies: [meant.regency] }, whose: meant.regency }
    : {
        ok: false,
        why: `There is no regency "${where}" with an institution. Known: ${['all', ...regencies].join(', ')}`,
      };
}

const known = (all: readonly Institution[]) =>
  all
    .map(({ id }) => id)
    .slice(0, 20)
    .join(', ');

async function issue(
  offer: Offer,
  world: Pick<World, 'invitations' | 'clock' | 'chance'>,
): Promise<string> {
  const now = world.clock.now();
  const invitation = {
    code: Buffer.from(world.chance.bytes(codeBytes)).toString('base64url'),
    grants: offer,
    createdAt: now,
    expiresAt: invitationEnd(now),
    createdBy: 'command line',
  };
  return (await world.invitations.issue(invitation, formId(world.chance.bytes(8)))).code;
}

/** The link names the bot; when Telegram can't be asked, the code can still be typed. */
async function linkTo({ BOT_TOKEN, TELEGRAM_API_ROOT }: Settings, code: string): Promise<string> {
  if (BOT_TOKEN === undefined) return `https://t.me/${castBot.username}?start=${code}`;
  try {
    const bot = createBot({ token: BOT_TOKEN, apiRoot: TELEGRAM_API_ROOT });
    return `https://t.me/${(await bot.telegram.getMe()).username}?start=${code}`;
  } catch {
    return `/start ${code}   (to be typed to the bot; Telegram could not be asked for its name)`;
  }
}

async function main(): Promise<void> {
  try {
    process.loadEnvFile('.env');
  } catch {
    // Without a file the environment alone speaks.
  }
  const read = readSettings(process.env, (path) => readFileSync(path, 'utf8'));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  process.stdout.write(`${await invite(read.settings, process.argv.slice(2))}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'An unknown error'}\n`);
  process.exitCode = 1;
});
