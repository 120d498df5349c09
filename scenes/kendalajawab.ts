import { contactWords } from '../src/board/contact-words';
import { passToCentre } from '../src/board/obstacle-messages';
import { recipientOf } from '../src/board/recipient-of';
import { greeting } from '../src/domain/person';
import { plain } from '../src/html';
import { defineForm, opens } from '../src/scene';
import { alreadyClosed, prepareTakenObstacle } from './obstacle-in-reach';
import { say, talkSoFar, withTalk, wordsIn, wordsStep } from './words-about-obstacle';

/** The officer who takes care of an obstacle writes to the centre; the bot passes it on. */
export const kendalajawab = defineForm({
  command: 'kendalajawab',
  about: 'Menjawab kendala',
  title: 'Jawab kendala',
  unlisted: true,
  for: ['officer'],
  prepare: async (world, visitor, id) =>
    withTalk(await prepareTakenObstacle(world, visitor, id), world),
  preface: talkSoFar,
  steps: { text: wordsStep('asked') },

  async finish(done) {
    const { facts, visitor, world } = done;
    const { obstacle } = facts;
    const words = wordsIn(done, 'office');
    if (!(await say(facts, words, world, visitor))) return { text: plain(alreadyClosed) };
    await world.outbox.put(await passToCentre(facts, words, world));
    const contact = await recipientOf(obstacle.institution, obstacle.statedBy, world);
    const people = await world.people.of(obstacle.institution);
    return {
      text: plain(
        contact
          ? `Jawaban Anda sudah diteruskan kepada ${greeting(contact.person)}.`
          : `Jawaban Anda sudah dicatat. Pengelolanya belum dapat dihubungi lewat bot, mohon disampaikan langsung. ${contactWords(people, facts.institution)}`,
      ),
      buttons: [
        [
          { label: 'Lihat kendala', data: opens('kendala', obstacle.id) },
          { label: 'Selesai', data: opens('kendalatutup', obstacle.id) },
        ],
      ],
    };
  },
});
