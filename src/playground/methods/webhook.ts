import type { Webhook } from '../ground';
import { boolParam, intParam, textParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import { webhookOf } from '../webhook';
import { rememberAllowed } from './get-updates';

/** Sets the webhook; plain http is accepted too, since everything here is local. */
export function setWebhook(stage: Stage, params: Params): boolean {
  const url = textParam(params, 'url');
  if (url === '') return deleteWebhook(stage, params);
  checkUrl(url);
  const secret = textParam(params, 'secret_token');
  if (secret !== '' && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
    throw badRequest('secret token contains unallowed characters');
  }
  const maxConnections = intParam(params, 'max_connections', { fallback: 40, min: 1, max: 100 });
  const webhook: Webhook = { url, secret, maxConnections };
  stage.ground.settings.set('webhook', webhook);
  rememberAllowed(stage, params);
  if (boolParam(params, 'drop_pending_updates')) dropPending(stage);
  stage.poll.end?.('terminated by setWebhook request');
  stage.ground.changes.tell({ kind: 'webhook' });
  return true;
}

/** Goes back to polling. */
export function deleteWebhook(stage: Stage, params: Params): boolean {
  stage.ground.settings.delete('webhook');
  if (boolParam(params, 'drop_pending_updates')) dropPending(stage);
  return true;
}

/** Describes the webhook and how many updates wait. */
export function getWebhookInfo({ ground, queue }: Stage): unknown {
  const webhook = webhookOf(ground);
  const allowed = ground.settings.get('allowed_updates') as string[] | undefined;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: queue.pendingIds().length,
    ...(webhook ? { max_connections: webhook.maxConnections } : {}),
    ...(webhook?.lastError
      ? { last_error_date: webhook.lastError.date, last_error_message: webhook.lastError.message }
      : {}),
    ...(allowed && allowed.length > 0 ? { allowed_updates: allowed } : {}),
  };
}

function checkUrl(url: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw badRequest('bad webhook: invalid webhook URL specified');
  }
}

const dropPending = ({ queue }: Stage) => queue.confirmBelow(Number.MAX_SAFE_INTEGER);
