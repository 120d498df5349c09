import { randomInt } from 'node:crypto';
import type { Ground, InlineQuery } from '../ground';
import { inlineMilliseconds } from '../methods/answer-inline-query';
import type { Stage } from '../stage';
import type { InlineResult } from '../wire';
import { personNamed, speak, type Said } from './speak';

/** Where something is typed after the bot's name, and from where on more is asked for. */
export interface Inquiry {
  readonly chatId?: number | undefined;
  readonly offset?: string | undefined;
}

/** What came of typing the bot's name: the query, whose answer comes later. */
export interface Asked {
  readonly queryId: string;
  readonly updateId?: number;
}

const maxQuery = 256;

/** Types words after the bot's name in some chat. */
export function asksInline(
  { ground, queue }: Stage,
  personId: number,
  query: string,
  { chatId, offset = '' }: Inquiry = {},
): Asked {
  const { user } = personNamed(ground, personId);
  const at = ground.now().getTime();
  forgetOld(ground, at);
  const id = `${at}${randomInt(1_000_000, 10_000_000)}`;
  const typed = query.slice(0, maxQuery);
  ground.inlineQueries.set(id, { id, personId, query: typed, offset, at });
  const body = {
    id,
    from: user,
    query: typed,
    offset,
    chat_type: typeOf(ground, personId, chatId),
  };
  const updateId = queue.add('inline_query', body, `inline ${personId}`);
  return { queryId: id, ...(updateId === undefined ? {} : { updateId }) };
}

function typeOf(ground: Ground, personId: number, chatId = personId): string {
  if (!ground.groups.get(chatId)) return chatId === personId ? 'sender' : 'private';
  return chatId < -1_000_000_000_000 ? 'supergroup' : 'group';
}

/** A choice may be made some time after it was offered; what nobody can use any more is forgotten. */
function forgetOld(ground: Ground, now: number): void {
  for (const { id, at } of ground.inlineQueries.values())
    if (now - at > 20 * inlineMilliseconds) ground.inlineQueries.delete(id);
}

/** Chooses one of the offers: it goes into the chat in the name of the person. */
export function choosesInline(
  stage: Stage,
  personId: number,
  { queryId, resultId }: { readonly queryId: string; readonly resultId: string },
  chatId?: number,
): Said {
  const { content, reply_markup } = offered(stage.ground, personId, queryId, resultId);
  const markup = reply_markup === undefined ? {} : { reply_markup };
  return speak(stage, personId, { ...content, ...markup, via_bot: stage.ground.bot }, { chatId });
}

function offered(
  ground: Ground,
  personId: number,
  queryId: string,
  resultId: string,
): InlineResult {
  const query: InlineQuery | undefined = ground.inlineQueries.get(queryId);
  const result = query?.answer?.results.find(({ id }) => id === resultId);
  if (!result || query?.personId !== personId)
    throw new Error(`${personId} was not offered ${resultId} for the query ${queryId}.`);
  return result;
}
