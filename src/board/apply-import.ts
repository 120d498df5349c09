import { dayAt } from '../domain/day';
import type { Institution } from '../domain/institution';
import type { Particular } from '../domain/particular';
import { type Known, type PlannedRow, particularsOf, planImport } from '../domain/planned-import';
import { placeKey } from '../domain/place-key';
import type { GoodRow } from '../domain/read-import';
import { type Reach, reaches } from '../domain/rights';
import type { World } from '../ports';
import type { KeptImport } from '../ports/imports';

/** Everything that is there, by place; gathered once for thousands of rows. */
export async function knownPlaces(world: World): Promise<Known> {
  const all = await world.institutions.everyOne();
  return {
    byPlace: new Map(all.map((one) => [placeKey(one), one])),
    ids: new Set(all.map(({ id }) => id)),
    particulars: new Map(),
  };
}

/** The same with the aid and equipment of the institutions that these rows are about. */
export async function withParticulars(
  known: Known,
  rows: readonly GoodRow[],
  world: World,
): Promise<Known> {
  const ids = rows.flatMap(({ fields }) => known.byPlace.get(placeKey(fields))?.id ?? []);
  const all = ids.length === 0 ? [] : await world.particulars.of([...new Set(ids)]);
  const particulars = new Map<string, Particular[]>(ids.map((id) => [id, []]));
  for (const one of all) particulars.get(one.institution)?.push(one);
  return { ...known, particulars };
}

/** The zone that clocks go by in a regency: as at the others there, else that of the deployment. */
export function zonesIn(known: Known, world: World): (regency: string) => string {
  const zones = new Map([...known.byPlace.values()].map(({ regency, zone }) => [regency, zone]));
  return (regency) => zones.get(regency) ?? world.zone;
}

/** Somebody added one of the same name in the same moment: a look at what is there now, and again. */
const mostRounds = 5;

/**
 * Imports what is left of a file, part by part; whoever begins again after a kill goes on where it stopped.
 *
 * Every row is compared anew with what is there, so that doing one twice changes nothing. Rows outside
 * `reach`, which may have become smaller since the preview, are left out.
 */
export async function applyImport(
  { id }: KeptImport,
  reach: Reach,
  world: World,
  now: Date,
): Promise<void> {
  let known = await knownPlaces(world);
  for (;;) {
    const part = await world.imports.nextPart(id);
    if (!part) break;
    const rows = part.rows.filter(({ fields }) => reaches(reach, { id: '', ...fields }));
    known = await applyRows(rows, { known, id, world, now });
    await world.imports.partDone(id, part.number, now);
  }
  await world.imports.finish(id, now);
}

interface Applying {
  readonly known: Known;
  readonly id: string;
  readonly world: World;
  readonly now: Date;
}

/** Applies rows and returns what is known afterwards. */
async function applyRows(rows: readonly GoodRow[], applying: Applying): Promise<Known> {
  const { id: importId, world, now } = applying;
  let { known } = applying;
  let left = rows;
  for (let round = 0; left.length > 0 && round < mostRounds; round += 1) {
    if (round > 0) known = await knownPlaces(world);
    const today = dayAt(now, world.zone);
    const { rhythm } = await world.rules.policy();
    const adding = { importId, now, today, zoneOf: zonesIn(known, world), rhythm };
    const plans = planImport(left, await withParticulars(known, left, world), adding);
    for (const plan of plans) if (plan.is === 'changed') await applyChange(plan, world);
    const added = await addAll(plans, world);
    const news = plans.flatMap((plan) => (plan.is === 'new' ? [plan] : []));
    const done = news.filter(({ institution }) => added.has(institution.id));
    await world.particulars.put(
      done.flatMap(({ institution, row }) => particularsOf(row, institution.id, [], adding)),
    );
    known = knowing(
      known,
      done.map(({ institution }) => institution),
    );
    left = news.filter(({ institution }) => !added.has(institution.id)).map(({ row }) => row);
  }
  if (left.length > 0) throw new Error('Rows of an import found no free name');
  return known;
}

async function applyChange(
  { institution, changes, particulars }: Exclude<PlannedRow, { is: 'new' }>,
  world: World,
): Promise<void> {
  if (Object.keys(changes).length > 0) await world.institutions.change(institution.id, changes);
  await world.particulars.put(particulars);
}

const addAll = (plans: readonly PlannedRow[], world: World) =>
  world.institutions.addMany(
    plans.flatMap((plan) => (plan.is === 'new' ? [plan.institution] : [])),
  );

const knowing = (known: Known, added: readonly Institution[]): Known => ({
  ...known,
  byPlace: new Map([...known.byPlace, ...added.map((one) => [placeKey(one), one] as const)]),
  ids: new Set([...known.ids, ...added.map(({ id }) => id)]),
});
