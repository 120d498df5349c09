import { scenes } from '../../scenes';
import { mayUse, reaches, rolesOf } from '../../src/domain/rights';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { type Forger, forger } from './support/forger';
import {
  type Persona,
  centres,
  personas,
  reachOfPersona,
  settleRegions,
} from './support/three-regions';

let home: BotAtHome;
/** Everything that hangs on any button of anybody. */
let everyButton: readonly string[];

beforeAll(async () => {
  home = await botAtHome();
  await settleRegions(home.world);
  const found = [];
  for (const persona of personas) found.push(...(await as(persona).explores(mostOfScene)));
  everyButton = [...new Set(found)];
});
afterAll(() => home.stop());

/** More of one scene are pages and rows like those before. */
const mostOfScene = 6;
const forgers = new Map<string, Forger>();

function as(persona: Persona): Forger {
  const forging = forgers.get(persona.name) ?? forger(home.world, persona);
  forgers.set(persona.name, forging);
  return forging;
}
const commands = [...new Set(scenes.map(({ command }) => command))];

const rolesOfPersona = ({ grants, isAdmin }: Persona) =>
  rolesOf({ id: '', name: '', grants, consent: { version: 1, at: new Date(0) } }, isAdmin);

const allows = (persona: Persona, command: string) =>
  scenes.some((one) => one.command === command && mayUse(one.for, rolesOfPersona(persona)));

const outOfReach = (persona: Persona) =>
  centres.filter((centre) => !reaches(reachOfPersona(persona), centre));

/** All that is kept of these centres, whatever the collection. */
async function kept(ids: readonly string[]): Promise<readonly string[]> {
  const names = await home.store.listCollections();
  const found: string[] = [];
  for (const { name } of names.filter((one) => !ofTheBot.has(one.name)))
    for (const row of await home.store.collection(name).find({}).toArray())
      if (ids.some((id) => JSON.stringify(row).includes(id)))
        found.push(`${name} ${JSON.stringify(row)}`);
  return found.toSorted();
}

/** What the bot does by itself, and what it writes down of tries. */
const ofTheBot = new Set(['audit', 'appointments', 'job_runs', 'inbox']);

describe('every command, for every role', () => {
  it.each(personas)('is done or refused, and a refusal is written down: $name', async (persona) => {
    let before = await refusals();
    for (const command of commands) {
      const said = JSON.stringify(await as(persona).types(command));
      const refused = said.includes('belum tersedia untuk Anda');
      const after = await refusals();
      const noted = after > before;
      before = after;
      const should = !allows(persona, command);
      expect({ command, refused, noted }).toEqual({ command, refused: should, noted: should });
    }
  });
});

const refusals = () => home.store.collection('audit').countDocuments({ did: 'refused' });

describe('every button of anybody, tapped by everybody', () => {
  it('was looked for, and found', () => {
    const named = new Set(everyButton.map((data) => data.split(':')[0]));
    expect(everyButton.length).toBeGreaterThan(50);
    expect([...named]).toEqual(expect.arrayContaining(someOfEverybody));
  });

  it.each(personas)('shows and changes nothing out of reach: $name', async (persona) => {
    const foreign = outOfReach(persona);
    const before = await kept(foreign.map(({ id }) => id));
    const own = commands.filter((command) => allows(persona, command));
    for (const data of foreign.flatMap((centre) => buttonsTo(centre, own))) {
      const said = JSON.stringify(await as(persona).forges(data));
      const leaks = foreign.filter(({ secret }) => said.includes(secret)).map(({ id }) => id);
      expect({ data, leaks }).toEqual({ data, leaks: [] });
    }
    expect(await kept(foreign.map(({ id }) => id))).toEqual(before);
  });
});

/**
 * What anybody can tap about a centre, and every scene asked for it; those the persona may use are
 * asked for every record of it as well, for the others refuse before they look.
 */
const buttonsTo = ({ id }: { readonly id: string }, own: readonly string[]): readonly string[] => [
  ...everyButton.filter((data) => data.includes(id) && !isForEverybody(data)),
  ...commands.map((command) => `${command}:${id}`).filter((data) => !isForEverybody(data)),
  ...own.flatMap((command) => records.map((of) => `${command}:${of}${id}`)),
];

/** What anybody may know of any centre stands in test/scenes/info.test.ts. */
const isForEverybody = (data: string) => /^(info|minat)(:|$)/u.test(data);

/** Scenes of every role, to be sure that the search reached far. */
const someOfEverybody = [
  ...['riwayat', 'langkah', 'kendala', 'tangani', 'selesai', 'tugas', 'rekap', 'periksa', 'blk'],
  ...['perbaiki', 'kunjungan', 'gabungkan', 'alihkan', 'instruktur', 'petugas', 'cabut', 'atur'],
  ...['jadwal', 'rincian', 'alat'],
];

/** Ids begin with the kind of record: see `settleRegions`. */
const records = ['A', 'N', 'L', 'I', 'T', 'O', 'V', 'C', 'B', 'E', 'P'];
