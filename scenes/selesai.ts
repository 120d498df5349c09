import { type FollowUpAction, followUpActionLabel, followUpActions } from '../src/domain/follow-up';
import { understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { bold, html, lines } from '../src/html';
import { type Step, defineForm } from '../src/scene';
import { type IncidentFacts, nameIn, prepareIncident } from './incident-facts';

const action: Step<FollowUpAction, IncidentFacts> = {
  label: 'Tindakan',
  ask: ({ facts }) => `Apa yang sudah dilakukan untuk ${nameIn(facts)}?`,
  choices: Object.entries(followUpActions).map(([says, label]) => ({ label, says })),
  read: (said) =>
    Object.hasOwn(followUpActions, said)
      ? understood(said as FollowUpAction)
      : unclear(
          'Mohon maaf, tindakan itu belum ada dalam daftar. Silakan pilih dari tombol, misalnya: Telepon.',
        ),
  show: followUpActionLabel,
};

const note: Step<string, IncidentFacts> = {
  label: 'Catatan',
  ask: 'Bagaimana hasilnya? Satu kalimat sudah cukup. Contoh: Kelas dimulai lagi pekan depan.',
  read: (said) =>
    readText(said, { of: 'catatan', max: 300, min: 3, example: 'Kelas dimulai lagi pekan depan' }),
};

/** Closes an incident with what was done; a week later the bot knows whether it helped. */
export const selesai = defineForm({
  command: 'selesai',
  about: 'Mencatat hasil tindak lanjut',
  title: 'Hasil tindak lanjut',
  unlisted: true,
  for: ['officer'],
  prepare: prepareIncident,
  steps: { action, note },

  async finish({ answers, facts, visitor, world }) {
    const { incident } = facts;
    const by = visitor.person?.id ?? '';
    await world.incidents.close(incident.id, visitor.now, { ...answers, by, at: visitor.now });
    await world.outbox.cancel(
      `incident:${incident.id}`,
      'dibatalkan: sudah ditangani',
      visitor.now,
    );
    return {
      text: lines(
        html`Terima kasih, tindak lanjut untuk ${bold(nameIn(facts))} sudah dicatat.`,
        'Tujuh hari lagi terlihat di /rekap apakah BLK sudah memberi kabar.',
      ),
    };
  },
});
