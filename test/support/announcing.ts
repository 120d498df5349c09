import { type CastMember, cast } from '../../src/cast';
import type { LocalTelegram } from '../../src/playground/playground';
import { type Chatter, chatter } from './chatter';

/** What is announced. */
export const announced = 'Rapat koordinasi BLK, Senin pukul 09.00';

const institutions = ['bina-iman', 'al-ikhsan', 'datu-ismail'];
const firstId = 600_001;

const manager = (n: number): CastMember => ({
  ...{ id: firstId + n, firstName: `Pengelola ${n}`, username: `pengelola_${n}` },
  ...{ about: 'Pengelola', section: 'Pengelola' },
  role: { role: 'manager', institution: institutions[n % institutions.length]! },
});

/** So many managers of the three centres. */
export const manyManagers = (count: number): readonly CastMember[] =>
  Array.from({ length: count }, (_, n) => manager(n));

const steps = [
  { does: '/umumkan', sees: /Pengumuman/u },
  { does: '<➕ Buat pengumuman>', sees: /untuk siapa/u },
  { does: '<Semua pengelola>', sees: /foto atau berkas/u },
  { does: '<Tulisan saja>', sees: /ketik pengumumannya/u },
  { does: announced, sees: /Kapan dikirim/u },
  { does: '<Sekarang>', sees: /ringkasan/u },
  { does: '<Lihat contohnya>', sees: /Siap dikirim/u },
];

/** Lets the officer write the announcement to all managers, up to the button that sends it. */
export async function writeAnnouncement(telegram: LocalTelegram): Promise<Chatter> {
  const officer = chatter(telegram, cast.ratna.id);
  officer.begins();
  for (const { does, sees } of steps) await officer.goes(does, sees);
  return officer;
}

/** Counts how many of them have got it; who has, is not looked at again. */
export function arrivalsAt(
  telegram: LocalTelegram,
  members: readonly { readonly id: number }[],
): () => number {
  const waiting = new Set(members.map(({ id }) => id));
  return () => {
    for (const id of waiting)
      if (telegram.chat(id).some(({ text }) => text === announced)) waiting.delete(id);
    return members.length - waiting.size;
  };
}
