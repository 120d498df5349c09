import { boolParam, textParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';

const maxText = 200;
/** How long after the tap it can be answered. */
export const answerableMilliseconds = 150_000;

/** Ends the waiting of a tapped button, once, with an optional toast or alert. */
export function answerCallbackQuery({ ground }: Stage, params: Params): boolean {
  const text = textParam(params, 'text');
  if (text.length > maxText) throw badRequest('MESSAGE_TOO_LONG');
  const query = ground.queries.get(textParam(params, 'callback_query_id'));
  const now = ground.now();
  const isTooOld = !query || now.getTime() - query.at > answerableMilliseconds;
  if (isTooOld || query.answered) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  ground.queries.set(query.id, { ...query, answered: true });
  const url = textParam(params, 'url');
  const alert = boolParam(params, 'show_alert');
  const toast = { queryId: query.id, text, alert, at: now.toISOString() };
  ground.changes.tell({
    kind: 'toast',
    personId: query.personId,
    toast: url === '' ? toast : { ...toast, url },
  });
  return true;
}
