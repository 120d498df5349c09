import { afterAnswer } from '../src/board/after-answer';
import { staffFor } from '../src/board/staff-for';
import { toStaff } from '../src/board/to-staff';
import { type Institution, shortName } from '../src/domain/institution';
import { type ObstacleId, isObstacleId, obstacleIds, obstacleLabel } from '../src/domain/obstacle';
import { understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { bold, html, lines } from '../src/html';
import type { OutgoingRow, World } from '../src/ports';
import type { Obstacle } from '../src/ports/follow-ups';
import { type Step, defineForm } from '../src/scene';
import { type OwnFacts, chosenInstitution, prepareOwn, whichInstitution } from './own-institution';

const kind: Step<ObstacleId, OwnFacts> = {
  label: 'Kendala',
  ask: 'Kendala apa yang sedang dihadapi?',
  choices: obstacleIds.map((id) => ({ label: obstacleLabel(id), says: id })),
  read: (said) =>
    isObstacleId(said)
      ? understood(said)
      : unclear(
          'Mohon maaf, kendala itu belum ada dalam daftar. Silakan pilih yang paling dekat, misalnya: Lainnya.',
        ),
  show: obstacleLabel,
};

const note: Step<string, OwnFacts> = {
  label: 'Keterangan',
  ask: 'Silakan ceritakan dalam satu kalimat. Contoh: 6 dari 16 komputer rusak sejak Oktober.',
  read: (said) =>
    readText(said, {
      of: 'keterangan',
      max: 300,
      min: 3,
      example: '6 dari 16 komputer rusak sejak Oktober',
    }),
};

/** States what keeps a centre from being active; an officer answers, not another reminder. */
export const kendala = defineForm({
  command: 'kendala',
  about: 'Sampaikan kendala',
  title: 'Kendala',
  for: ['manager'],
  prepare: prepareOwn,
  steps: { institution: whichInstitution, kind, note },

  async finish({ id, answers, facts, visitor, world }) {
    const institution = chosenInstitution(answers.institution, facts);
    const obstacle: Obstacle = {
      id,
      institution: institution.id,
      kind: answers.kind,
      note: answers.note,
      statedBy: visitor.person?.id ?? '',
      statedAt: visitor.now,
    };
    await world.obstacles.add(obstacle);
    await afterAnswer({ institution, kind: 'obstacle', at: visitor.now, on: visitor.today }, world);
    await world.outbox.put(await tellOfficers(obstacle, institution, world, visitor.now));
    return {
      text: lines(
        'Terima kasih sudah bercerita. 🙏',
        html`Kendala BLK ${bold(shortName(institution))} sudah kami teruskan kepada petugas dinas,
        yang akan menghubungi Anda.`,
      ),
    };
  },
});

async function tellOfficers(
  { id, kind: what, note: words }: Obstacle,
  institution: Institution,
  world: World,
  now: Date,
): Promise<readonly OutgoingRow[]> {
  const officers = await staffFor(institution, 'officer', world);
  const text = lines(
    html`🧩 Kendala di BLK ${bold(shortName(institution))}: ${obstacleLabel(what)}`,
    words,
    'Mohon pengelola dihubungi.',
  );
  const message = { kind: 'task', key: `obstacle:${id}`, because: 'kendala disampaikan' } as const;
  return toStaff(officers, { ...message, card: { text } }, world, now);
}
