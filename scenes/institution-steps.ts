import type { Weekday } from '../src/domain/day';
import { isolated } from '../src/domain/isolated';
import { weekdayName } from '../src/domain/indonesian-dates';
import type { Rhythm } from '../src/domain/institution';
import {
  type InstitutionKind,
  institutionKinds,
  kindIn,
  kindLabel,
  rhythmIn,
  rhythmLabel,
  rhythmNames,
  weekdayIn,
} from '../src/domain/institution-words';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { regencyIn, titled } from '../src/domain/regency';
import { knownTrades, spelledTrade } from '../src/domain/trade';
import { type Choice, type Step, optional } from '../src/scene';
import type { PlaceFacts } from './place-facts';

/** A button carries 64 bytes; longer names are typed. */
const longestSaid = 40;

const offered = (words: readonly string[]): readonly Choice[] =>
  words
    .filter((word) => Buffer.byteLength(word) <= longestSaid)
    .map((word) => ({ label: isolated(word), says: word }));

const name: Step<string, PlaceFacts> = {
  label: 'Nama',
  ask: 'Apa nama lengkap lembaganya? Contoh: BLK Komunitas Pesantren Bina Iman.',
  read: (said) =>
    readText(said, {
      of: 'nama lembaga',
      max: 120,
      min: 3,
      example: 'BLK Komunitas Pesantren Bina Iman',
    }),
};

const kind: Step<InstitutionKind, PlaceFacts> = {
  label: 'Jenis',
  ask: 'Lembaga ini jenisnya apa?',
  choices: institutionKinds.map(([says, label]) => ({ label, says })),
  read: (said) =>
    oneOf(
      kindIn(said),
      'Mohon maaf, jenis itu belum kami kenal. Silakan pilih, misalnya: BLK Komunitas.',
    ),
  keep: String,
  show: kindLabel,
};

const oneOf = <T>(value: T | undefined, why: string): Reading<T> =>
  value === undefined ? unclear(why) : understood(value);

const regency: Step<string, PlaceFacts> = {
  label: 'Kabupaten/kota',
  ask: ({ facts }) =>
    facts.anyRegency
      ? 'Di kabupaten atau kota mana? Silakan pilih, atau ketik, misalnya: Kabupaten Paser.'
      : 'Di kabupaten atau kota mana?',
  choices: ({ facts }) => offered(facts.regencies),
  read: (said, { facts }) => readRegency(said, facts),
  keep: String,
};

function readRegency(said: string, { regencies, anyRegency }: PlaceFacts): Reading<string> {
  const reading = regencyIn(said, regencies);
  if (reading.is !== 'named')
    return unclear(
      'Mohon maaf, nama itu belum jelas. Silakan tulis beserta kata Kabupaten atau Kota, misalnya: Kabupaten Paser.',
    );
  return anyRegency || regencies.includes(reading.regency)
    ? readText(reading.regency, { of: 'nama kabupaten', max: 60 })
    : unclear(
        `Mohon maaf, ${reading.regency} di luar wilayah tugas Anda. Silakan pilih dari tombol di bawah ini.`,
      );
}

const district: Step<string, PlaceFacts> = {
  label: 'Kecamatan',
  ask: 'Di kecamatan mana? Silakan pilih, atau ketik namanya, misalnya: Kuaro.',
  choices: ({ facts, soFar }) => offered(facts.districtsOf(soFar['regency'])),
  read: (said, { facts, soFar }) => {
    const reading = readText(said, { of: 'nama kecamatan', max: 60, min: 2, example: 'Kuaro' });
    if (!reading.ok) return reading;
    const typed = titled(reading.value.replace(/^kec(?:amatan|\.)?\s+/i, ''));
    const same = (known: string) => known.toLowerCase() === typed.toLowerCase();
    return understood(facts.districtsOf(soFar['regency']).find(same) ?? typed);
  },
  keep: String,
};

/** What stands where no village is known. */
export const noVillage = '-';

const village: Step<string | undefined, PlaceFacts> = optional<string | undefined, PlaceFacts>({
  label: 'Desa/kelurahan',
  ask: 'Di desa atau kelurahan mana? Boleh dilewati.',
  read: (said) =>
    said.trim() === noVillage
      ? understood(undefined)
      : readText(said, { of: 'nama desa', max: 60, min: 2, example: 'Lolo' }),
});

const trade: Step<string, PlaceFacts> = {
  label: 'Kejuruan',
  ask: 'Apa kejuruannya? Silakan pilih, atau ketik kejuruan lain.',
  choices: ({ facts }) => offered([...new Set([...facts.trades, ...knownTrades])]),
  read: (said) => {
    const reading = readText(said, { of: 'kejuruan', max: 80, min: 3, example: 'Multimedia' });
    return reading.ok ? understood(spelledTrade(reading.value)) : reading;
  },
  keep: String,
};

export const restDayStep = <F>(): Step<Weekday, F> => ({
  label: 'Hari libur',
  ask: 'Hari apa libur pekanannya? Di hari itu tidak ada pesan otomatis.',
  choices: [5, 7, 4, 6, 1, 2, 3].map((day) => ({
    label: weekdayName(day),
    says: weekdayName(day),
  })),
  read: (said) =>
    oneOf(weekdayIn(said), 'Mohon maaf, harinya belum terbaca. Silakan pilih, misalnya: Jumat.'),
  keep: weekdayName,
  show: weekdayName,
});

const rhythm: Step<Rhythm, PlaceFacts> = {
  label: 'Ritme kabar',
  ask: 'Seberapa sering lembaga ini kami tanyai kabarnya?',
  choices: rhythmNames.toReversed().map(([, label]) => ({ label, says: label })),
  read: (said) =>
    oneOf(
      rhythmIn(said),
      'Mohon maaf, ritme itu belum kami kenal. Silakan pilih, misalnya: Bulanan.',
    ),
  keep: rhythmLabel,
  show: rhythmLabel,
};

/** The questions that describe an institution, in the order they are asked. */
export const institutionSteps = {
  name,
  kind,
  regency,
  district,
  village,
  trade,
  restDay: restDayStep<PlaceFacts>(),
  rhythm,
};
