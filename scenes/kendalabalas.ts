import { nameOf } from '../src/board/name-of';
import { passToOffice } from '../src/board/obstacle-messages';
import { plain } from '../src/html';
import { defineForm, opens } from '../src/scene';
import { alreadyClosed, prepareOwnObstacle } from './obstacle-in-reach';
import { say, talkSoFar, withTalk, wordsIn, wordsStep } from './words-about-obstacle';

/** The centre writes back to the officer who takes care of its obstacle; the bot passes it on. */
export const kendalabalas = defineForm({
  command: 'kendalabalas',
  about: 'Membalas petugas tentang kendala',
  title: 'Balas petugas',
  unlisted: true,
  for: ['manager'],
  prepare: async (world, visitor, id) =>
    withTalk(await prepareOwnObstacle(world, visitor, id), world),
  preface: talkSoFar,
  steps: { text: wordsStep('answered') },

  async finish(done) {
    const { facts, visitor, world } = done;
    const words = wordsIn(done, 'centre');
    if (!(await say(facts, words, world, visitor))) return { text: plain(alreadyClosed) };
    await world.outbox.put(await passToOffice(facts, words, world));
    await world.appointments.hurry('status', facts.institution.id, visitor.now);
    const { handledBy, id } = facts.obstacle;
    const officer = handledBy && (await nameOf(handledBy, world, 'petugas dinas'));
    return {
      text: plain(
        `Terima kasih, pesan Anda sudah diteruskan kepada ${officer ?? 'petugas dinas'}.`,
      ),
      buttons: [[{ label: 'Tulis lagi', data: opens('kendalabalas', id) }]],
    };
  },
});
