import {
  type Hindered,
  obstacleAbout,
  obstacleTitle,
  tellClosed,
} from '../src/board/obstacle-messages';
import {
  type ObstacleResult,
  isObstacleResult,
  obstacleResultLabel,
  obstacleResults,
} from '../src/domain/obstacle';
import { obstacleExample } from '../src/domain/obstacle-example';
import { understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { html, lines, plain } from '../src/html';
import { type Step, defineForm, opens } from '../src/scene';
import { prepareTakenObstacle } from './obstacle-in-reach';

const result: Step<ObstacleResult, Hindered> = {
  label: 'Hasil',
  ask: 'Bagaimana akhirnya?',
  choices: Object.entries(obstacleResults).map(([says, label]) => ({ label, says })),
  read: (said) =>
    isObstacleResult(said)
      ? understood(said)
      : unclear(
          'Mohon maaf, hasil itu belum ada dalam daftar. Silakan pilih dari tombol, misalnya: Teratasi.',
        ),
  show: obstacleResultLabel,
};

const note: Step<string, Hindered> = {
  label: 'Catatan',
  ask: ({ facts: { obstacle } }) =>
    `Apa hasilnya? Satu kalimat sudah cukup, pengelola akan membacanya. Contoh: ${obstacleExample(obstacle.kind).closed}.`,
  read: (said, { facts: { obstacle } }) =>
    readText(said, {
      ...{ of: 'catatan', max: 300, min: 3 },
      example: obstacleExample(obstacle.kind).closed,
    }),
};

/** Closes an obstacle with its outcome, which the centre is told. */
export const kendalatutup = defineForm({
  command: 'kendalatutup',
  about: 'Menutup kendala',
  title: 'Kendala selesai',
  unlisted: true,
  for: ['officer'],
  prepare: prepareTakenObstacle,
  preface: (facts) => lines(html`Kendala: ${obstacleTitle(facts)}`, facts.obstacle.note),
  steps: { result, note },

  async finish({ id, answers, facts, visitor, world }) {
    const { obstacle, institution } = facts;
    const closing = { ...answers, id, by: visitor.person?.id ?? '', at: visitor.now };
    const buttons = [[{ label: 'Semua kendala', data: opens('kendala') }]];
    if (!(await world.obstacles.close(obstacle.id, closing)))
      return { text: plain('Kendala ini sudah ditutup petugas lain.'), buttons };
    await world.audit.note({
      id: `closed:${id}`,
      who: closing.by,
      did: 'closed',
      what: `obstacle ${obstacle.id}`,
      at: visitor.now,
    });
    await world.outbox.cancel(obstacleAbout(obstacle.id), 'dibatalkan: sudah ditutup', visitor.now);
    await world.outbox.put(await tellClosed(facts, closing, world));
    await world.appointments.hurry('status', institution.id, visitor.now);
    return {
      text: html`Terima kasih. Kendala ${obstacleTitle(facts)} sudah ditutup, dan hasilnya kami
      sampaikan kepada pengelola.`,
      buttons,
    };
  },
});
