import { type Entered, tellOnBehalf } from '../src/board/on-behalf-message';
import { noteEntered } from '../src/board/note-entered';
import { stateObstacle } from '../src/board/state-obstacle';
import { type Institution, shortName } from '../src/domain/institution';
import { obstacleLabel } from '../src/domain/obstacle';
import { bold, html, lines } from '../src/html';
import type { Obstacle } from '../src/ports/obstacles';
import { defineForm, opens } from '../src/scene';
import { institutionInReach } from './institution-in-reach';
import { prepareOnBehalf } from './institution-on-behalf';
import { obstacleSteps } from './obstacle-steps';

/** States an obstacle for a manager who telephones; the record says who did. */
export const kendalacatat = defineForm({
  command: 'kendalacatat',
  about: 'Catat kendala atas nama BLK',
  title: 'Kendala atas nama BLK',
  unlisted: true,
  for: ['officer'],
  prepare: prepareOnBehalf,
  steps: { institution: institutionInReach, ...obstacleSteps },

  async finish({ id, answers, visitor, world }) {
    const { institution, kind, note } = answers;
    const obstacle = {
      id,
      institution: institution.id,
      kind,
      note,
      statedBy: visitor.person?.id ?? '',
      statedAt: visitor.now,
      onBehalf: true,
    };
    await stateObstacle({ obstacle, institution }, visitor, world);
    await noteEntered({ id, sort: 'obstacle', institution: institution.id }, visitor, world);
    const told = await tellOnBehalf(entered(obstacle, institution), institution, world, visitor);
    return {
      text: lines(
        html`Kendala sudah dicatat atas nama BLK ${bold(shortName(institution))}. ✅`,
        told,
      ),
      buttons: [
        [
          { label: 'Saya tangani', data: opens('kendala', `${id}.a`) },
          { label: 'Lihat', data: opens('kendala', id) },
        ],
      ],
    };
  },
});

const entered = ({ id, kind, note }: Obstacle, institution: Institution): Entered => ({
  key: `on-behalf:${id}`,
  words: (officer) =>
    lines(
      html`${officer} mencatat kendala BLK ${bold(shortName(institution))}: ${obstacleLabel(kind)}.`,
      note,
    ),
  button: { label: 'Balas', data: opens('kendalabalas', id) },
});
