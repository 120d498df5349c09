import type { Institution } from '../src/domain/institution';
import type { Visitor, World } from '../src/ports';
import { institutionsOfOffice } from './institution-in-reach';

/** What is known of the places an officer may enter an institution for. */
export interface PlaceFacts {
  readonly institutions: readonly Institution[];
  /** The regencies to choose from. */
  readonly regencies: readonly string[];
  /** Whether another one may be typed. */
  readonly anyRegency: boolean;
  readonly districtsOf: (regency: unknown) => readonly string[];
  readonly trades: readonly string[];
  /** The zone in which clocks go there. */
  readonly zoneOf: (regency: string) => string;
}

/** Gathers the regencies, districts and trades that are there, within the officer's reach. */
export async function placeFacts(world: World, visitor: Visitor): Promise<PlaceFacts> {
  const institutions = await institutionsOfOffice(world, visitor);
  const { regencies } = visitor.reach;
  const there = distinct(institutions.map(({ regency }) => regency));
  return {
    institutions,
    regencies: regencies === 'all' ? there : [...regencies].sort(),
    anyRegency: regencies === 'all',
    districtsOf: (regency) =>
      distinct(institutions.filter((one) => one.regency === regency).map((one) => one.district)),
    trades: distinct(institutions.map(({ trade }) => trade)),
    zoneOf: (regency) => institutions.find((one) => one.regency === regency)?.zone ?? world.zone,
  };
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)].sort();
