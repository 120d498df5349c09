import { readLater } from '../src/board/office-reading';
import { stateObstacle } from '../src/board/state-obstacle';
import { shortName } from '../src/domain/institution';
import { type Person, greeting } from '../src/domain/person';
import { bold, html, lines } from '../src/html';
import { defineForm } from '../src/scene';
import { obstacleSteps } from './obstacle-steps';
import { chosenInstitution, prepareOwn, whichInstitution } from './own-institution';

/** States what keeps a centre from being active; an officer answers, not another reminder. */
export const kendala = defineForm({
  command: 'kendala',
  about: 'Sampaikan kendala',
  title: 'Kendala',
  for: ['manager'],
  prepare: prepareOwn,
  steps: { institution: whichInstitution, ...obstacleSteps },

  async finish({ id, answers, facts, visitor, world }) {
    const institution = chosenInstitution(answers.institution, facts);
    const obstacle = {
      id,
      institution: institution.id,
      kind: answers.kind,
      note: answers.note,
      statedBy: visitor.person?.id ?? '',
      statedAt: visitor.now,
    };
    const officers = await stateObstacle({ obstacle, institution }, visitor, world);
    const later = await readLater(world, visitor.now);
    const name = bold(shortName(institution));
    return {
      text: lines(
        'Terima kasih sudah bercerita. 🙏',
        html`Kendala BLK ${name} ${later === undefined ? 'sudah kami teruskan' : 'sudah kami catat'}.
        Yang akan menjawab Anda di sini: ${bold(whoAnswers(officers))}.`,
        later,
      ),
    };
  },
});

const namesShown = 3;

/** The officers one of whom will answer. */
function whoAnswers(officers: readonly Person[]): string {
  const names = officers.slice(0, namesShown).map(greeting);
  if (names.length === 0) return 'petugas dinas';
  if (officers.length > namesShown) return `${names.join(', ')} atau petugas lain`;
  return names.join(' atau ');
}
