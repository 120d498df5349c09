export interface RefusalParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/**
 * What Telegram says when it refuses a call.
 *
 * It is thrown because it ends a method from any depth; `http/bot-api.ts` alone catches it.
 */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: RefusalParameters,
  ) {
    super(description);
  }
}

/** A 400 in Telegram's wording. */
export const badRequest = (what: string): Refusal => new Refusal(400, `Bad Request: ${what}`);

/** A 403 in Telegram's wording. */
export const forbidden = (what: string): Refusal => new Refusal(403, `Forbidden: ${what}`);

/** A 409 in Telegram's wording. */
export const conflict = (what: string): Refusal => new Refusal(409, `Conflict: ${what}`);

/** A 429 that may be tried again after `seconds`. */
export const tooMany = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
