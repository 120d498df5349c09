import type { Fault } from '../faults';
import type { LocalTelegram } from '../local-telegram';
import type { Fields } from './fields';

/** What can be asked of `/sim/<name>` by POST; fields are JSON, or a form with a `file`. */
type Act = (telegram: LocalTelegram, fields: Fields) => unknown;

const where = (fields: Fields) => ({
  chatId: fields.optionalNumber('chatId'),
  replyTo: fields.optionalNumber('replyTo'),
  topic: fields.optionalNumber('topic'),
});

const written = (fields: Fields) => ({
  ...where(fields),
  entities: fields.optionalList('entities'),
});

const shown = (fields: Fields) => ({
  ...where(fields),
  caption: fields.optionalText('caption'),
  entities: fields.optionalList('entities'),
  albumOf: fields.optionalText('albumOf'),
});

const person = (fields: Fields) => fields.number('personId');
const chat = (fields: Fields) => fields.optionalNumber('chatId') ?? person(fields);
const message = (fields: Fields) => fields.number('messageId');

const speaking: Readonly<Record<string, Act>> = {
  says: (telegram, fields) =>
    telegram.says(person(fields), fields.text('text'), chat(fields), written(fields)),
  edits: (telegram, fields) =>
    telegram.edits(
      person(fields),
      message(fields),
      { text: fields.text('text'), entities: fields.optionalList('entities') },
      chat(fields),
    ),
  forwards: (telegram, fields) =>
    telegram.forwards(person(fields), fields.number('fromChatId'), message(fields), where(fields)),
  taps: (telegram, fields) =>
    telegram.taps(person(fields), chat(fields), message(fields), fields.text('button')),
  tapsData: (telegram, fields) =>
    telegram.tapsData(person(fields), chat(fields), message(fields), fields.text('data')),
  followsLink: (telegram, fields) => telegram.followsLink(person(fields), fields.text('url')),
};

const showing: Readonly<Record<string, Act>> = {
  sendsPhoto: (telegram, fields) =>
    telegram.sendsPhoto(person(fields), fields.file()?.bytes ?? 'generated', shown(fields)),
  sendsDocument(telegram, fields) {
    const file = fields.file();
    if (!file) throw new Error('The form must hold a file named "file".');
    return telegram.sendsDocument(person(fields), file, shown(fields));
  },
  sendsSticker: (telegram, fields) => telegram.sendsSticker(person(fields), where(fields)),
  sendsVoice: (telegram, fields) => telegram.sendsVoice(person(fields), where(fields)),
  sendsLocation: (telegram, fields) =>
    telegram.sendsLocation(
      person(fields),
      fields.number('latitude'),
      fields.number('longitude'),
      where(fields),
    ),
  sharesContact(telegram, fields) {
    const ofId = fields.optionalNumber('ofId');
    const options = ofId === undefined ? where(fields) : { ...where(fields), ofId };
    return telegram.sharesContact(person(fields), options);
  },
};

const inlineSeconds = 30;

const inline: Readonly<Record<string, Act>> = {
  /** Answers when the bot has answered, or when it would be of no use any more. */
  async asksInline(telegram, fields) {
    const inquiry = {
      chatId: fields.optionalNumber('chatId'),
      offset: fields.optionalText('offset'),
    };
    const { queryId } = telegram.asksInline(person(fields), fields.text('query'), inquiry);
    const answer = await telegram.until(() => telegram.inlineAnswer(queryId), inlineSeconds * 1000);
    return { queryId, ...answer };
  },
  choosesInline: (telegram, fields) =>
    telegram.choosesInline(
      person(fields),
      fields.text('queryId'),
      fields.text('resultId'),
      chat(fields),
    ),
};

const gathering: Readonly<Record<string, Act>> = {
  blocks: (telegram, fields) => telegram.blocks(person(fields)),
  unblocks: (telegram, fields) => telegram.unblocks(person(fields)),
  deactivates: (telegram, fields) => telegram.deactivates(person(fields), fields.flag('on')),
  addsBot(telegram, fields) {
    const rank = fields.flag('asAdmin') ? 'administrator' : 'member';
    telegram.addsBot(person(fields), fields.number('chatId'), rank);
  },
  removesBot: (telegram, fields) => telegram.removesBot(person(fields), fields.number('chatId')),
  mutes: (telegram, fields) => telegram.mutes(fields.number('chatId'), fields.flag('on')),
  joins: (telegram, fields) => telegram.joins(person(fields), fields.number('chatId')),
  leaves: (telegram, fields) => telegram.leaves(person(fields), fields.number('chatId')),
  upgradesGroup: (telegram, fields) => telegram.upgradesGroup(fields.number('chatId')),
  opensTopic: (telegram, fields) =>
    telegram.opensTopic(person(fields), fields.number('chatId'), fields.text('name')),
  deletesTopic: (telegram, fields) =>
    telegram.deletesTopic(fields.number('chatId'), fields.number('topic')),
  renamesGroup: (telegram, fields) =>
    telegram.renamesGroup(person(fields), fields.number('chatId'), fields.text('title')),
};

const troubling: Readonly<Record<string, Act>> = {
  fault: (telegram, fields) =>
    telegram.faults.next(fields.text('method'), fields.raw() as unknown as Fault),
  dropAnswer: (telegram, fields) =>
    telegram.faults.dropAnswer(fields.text('method'), fields.optionalNumber('times')),
  down: (telegram, fields) => telegram.faults.down(fields.flag('on')),
  limits: (telegram, fields) => telegram.faults.limits(fields.flag('on')),
  clearFaults: (telegram) => telegram.faults.clear(),
  redeliver: (telegram, fields) => telegram.redeliver(fields.number('updateId')),
  holdUpdates: (telegram, fields) => telegram.holdUpdates(fields.flag('on')),
};

const acts = new Map(
  Object.entries({ ...speaking, ...showing, ...inline, ...gathering, ...troubling }),
);

/** Finds what to do under this name. */
export const findAct = (name: string): Act | undefined => acts.get(name);
