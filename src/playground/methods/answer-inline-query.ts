import { readFormatted } from '../entities/formatted';
import { readInlineMarkup } from '../markup';
import { asObject, intParam, jsonParam, listParam, type Params, textParam } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import type { Content, InlineAnswer, InlineResult } from '../wire';

const maxResults = 50;
const maxIdBytes = 64;
const maxOffsetBytes = 64;
const maxText = 4096;
/** How long after it was typed a query can be answered. */
export const inlineMilliseconds = 30_000;

/** Offers things to choose from to whoever typed the bot's name, once. */
export function answerInlineQuery({ ground }: Stage, params: Params): boolean {
  const query = ground.inlineQueries.get(textParam(params, 'inline_query_id'));
  const now = ground.now().getTime();
  if (!query || now - query.at > inlineMilliseconds || query.answer)
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  ground.inlineQueries.set(query.id, { ...query, answer: readAnswer(params) });
  ground.changes.tell({ kind: 'inline', queryId: query.id });
  return true;
}

function readAnswer(params: Params): InlineAnswer {
  const results = (listParam(params, 'results') ?? []).map((one) => readResult(params, one));
  if (results.length > maxResults) throw badRequest('RESULTS_TOO_MUCH');
  if (new Set(results.map(({ id }) => id)).size < results.length)
    throw badRequest('RESULT_ID_DUPLICATE');
  const next_offset = textParam(params, 'next_offset');
  if (Buffer.byteLength(next_offset) > maxOffsetBytes) throw badRequest('NEXT_OFFSET_INVALID');
  intParam(params, 'cache_time');
  const button = readButton(params);
  return { results, next_offset, ...(button && { button }) };
}

function readResult(params: Params, value: unknown): InlineResult {
  const given = asObject(value);
  if (!given)
    throw badRequest("can't parse inline query result: InlineQueryResult must be an Object");
  if (given['type'] !== 'article')
    throw badRequest('type of inline query result is unsupported here: only articles are');
  const { id, title, description } = given;
  if (typeof id !== 'string' || id === '' || Buffer.byteLength(id) > maxIdBytes)
    throw badRequest('RESULT_ID_INVALID');
  if (typeof title !== 'string' || title.trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY');
  const inline = readInlineMarkup({ ...params, values: { reply_markup: given['reply_markup'] } });
  return {
    ...{ id, title, ...readContent(params, given['input_message_content']) },
    ...(typeof description === 'string' && { description }),
    ...(inline && { reply_markup: inline }),
  };
}

function readContent(params: Params, value: unknown): { content: Content; source: string } {
  const given = asObject(value);
  const source = given?.['message_text'];
  if (!given || typeof source !== 'string')
    throw badRequest('can\'t parse inline query result: can\'t find field "message_text"');
  const fields = { text: 'message_text', entities: 'entities' };
  const { text, entities } = readFormatted({ ...params, values: given }, fields);
  if (text === '') throw badRequest('message text is empty');
  if (text.length > maxText) throw badRequest('MESSAGE_TOO_LONG');
  return { source, content: entities.length === 0 ? { text } : { text, entities } };
}

function readButton(params: Params): InlineAnswer['button'] {
  const given = asObject(jsonParam(params, 'button'));
  if (!given) return undefined;
  const { text, start_parameter: parameter } = given;
  if (typeof text !== 'string' || text.trim() === '')
    throw badRequest('can\'t parse inline query results button: can\'t find field "text"');
  if (typeof parameter !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(parameter))
    throw badRequest('START_PARAM_INVALID');
  return { text, start_parameter: parameter };
}
