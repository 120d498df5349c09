import { staffFor } from '../src/board/staff-for';
import { hideInterest } from '../src/board/told-of-interest';
import { toStaff } from '../src/board/to-staff';
import { firstSweepMinutes, lastSweepMinutes } from '../src/domain/forgetting';
import { shortName } from '../src/domain/institution';
import { aboutInterest } from '../src/domain/interest';
import { type Person, greeting } from '../src/domain/person';
import { understood, unclear } from '../src/domain/reading';
import { rolesOf, wholeReach } from '../src/domain/rights';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineForm, opens } from '../src/scene';

const yes = 'Ya, saya mengerti';

/** Forgets whoever asks: their row at once, their traces everywhere within a quarter of an hour. */
export const hapusdata = defineForm({
  command: 'hapusdata',
  about: 'Hapus data saya',
  title: 'Hapus data',
  for: ['public'],
  send: 'Hapus data saya',
  prepare: async (world, { telegramId }) =>
    (await world.traces.about(telegramId)).length > 0
      ? understood(undefined)
      : unclear('Kami belum menyimpan data apa pun tentang Anda.'),

  preface: () =>
    lines(
      'Nama, nomor, peran, isian yang belum dikirim, dan percakapan Anda kami hapus, dan tidak dapat dikembalikan.',
      'Laporan BLK tetap tersimpan sebagai hitungan, tanpa nama Anda. Pesan yang sudah ada di layar Telegram dapat Anda hapus sendiri.',
    ),
  steps: {
    sure: {
      label: 'Permintaan',
      ask: 'Apakah Anda yakin ingin menghapus data Anda? Salinannya dapat diunduh lebih dulu lewat /dataku.',
      choices: [{ label: yes, says: yes }],
      read: (said) =>
        said.trim().toLowerCase() === yes.toLowerCase()
          ? understood(yes)
          : unclear('Mohon maaf, silakan ketuk tombol di bawah ini, atau ketuk Batal.'),
      show: () => 'hapus semua data saya',
    },
  },

  async finish({ id, visitor, world }) {
    await forget(id, visitor, world);
    const roles = rolesOf(undefined, visitor.roles.has('admin'));
    return {
      text: lines(
        bold('Data Anda kami hapus.'),
        html`Peran dan tombol Anda berhenti sekarang juga. Jejak yang tersisa terhapus paling lambat dalam ${lastSweepMinutes} menit.`,
        'Terima kasih atas kebersamaannya selama ini.',
      ),
      menu: world.menu(roles),
    };
  },
});

/** Every part may be done again; what is not done because of a crash is done by the clockwork. */
async function forget(id: string, visitor: Visitor, world: World): Promise<void> {
  const { telegramId, now, person } = visitor;
  const forgetting = await world.traces.begin({ id, telegramId, at: now });
  if (!forgetting) return;
  await tellOffice(id, visitor, world);
  await hideInterests(visitor, world);
  const who = person?.id ?? forgetting.person ?? 'stranger';
  await world.audit.note({
    id: `forgotten:${id}`,
    ...{ who, did: 'forgotten', what: 'own request', at: now },
  });
  await world.traces.unlink(forgetting);
  const soon = new Date(now.getTime() + firstSweepMinutes * 60_000);
  await world.appointments.hurry('forgetting', 'all', soon);
}

/** Whoever was told of their interest sees them no more, and whoever was not is not told. */
async function hideInterests({ telegramId, now }: Visitor, world: World): Promise<void> {
  const ever = new Date(0);
  for (const interest of await world.interests.of(telegramId, ever))
    await hideInterest(interest, onRequest, world);
  await world.outbox.cancel(aboutInterest(telegramId), 'data dihapus', now);
}

const onRequest =
  'Data peminat ini sudah kami hapus atas permintaan yang bersangkutan, jadi tidak perlu ditindaklanjuti lagi.';

/** A centre that loses its contact would otherwise fall silent unnoticed; who it was is not said. */
async function tellOffice(id: string, { person, now }: Visitor, world: World): Promise<void> {
  for (const grant of person?.grants ?? []) {
    if (grant.role !== 'manager' && grant.role !== 'deputy') continue;
    const institution = await world.institutions.one(grant.institution, wholeReach);
    if (!institution) continue;
    const officers = await staffFor(institution, 'officer', world);
    const contacts = await world.people.of(institution.id);
    const remaining = contacts.filter((contact) => contact.id !== person?.id);
    const others = officers.filter((officer) => officer.id !== person?.id);
    const waiting = await waitingAt(institution.id, remaining, world);
    const card = {
      text: lines(
        html`Seorang kontak BLK ${bold(shortName(institution))} meminta datanya dihapus, dan sudah kami penuhi.`,
        plain(remaining.length === 0 ? invite : stillThere(remaining)),
        waiting === 0 ? undefined : `Masih ada ${waiting} peminat pelatihan yang belum dihubungi.`,
      ),
      ...(waiting > 0 && { buttons: [[{ label: 'Lihat peminat', data: opens('peminat') }]] }),
    };
    const because = 'kontak BLK meminta datanya dihapus';
    const key = `forgotten:${id}:${institution.id}`;
    await world.outbox.put(await toStaff(others, { kind: 'task', key, because, card }, world, now));
  }
}

/** How many wait for a call that nobody of the centre is left to make. */
async function waitingAt(
  institution: string,
  remaining: readonly Person[],
  { interests }: World,
): Promise<number> {
  if (remaining.length > 0) return 0;
  return (await interests.waiting([institution], { skip: 0, limit: 1 })).total;
}

const invite = 'Mohon undang kontak baru lewat /undang agar BLK ini tetap dapat didampingi.';

const stillThere = (contacts: readonly Person[]) =>
  `Kontak yang masih ada: ${contacts.map(greeting).join(', ')}.`;
