import { Telegraf } from 'telegraf';

/** How to reach Telegram, or the local one of the playground. */
export interface TelegramSettings {
  readonly token: string;
  readonly apiRoot: string;
}

/**
 * Makes the bot, which only routes updates and calls methods.
 *
 * Telegraf's own polling and webhooks lose updates when the process dies, so neither is used; its
 * own time limit would let two handlers of one chat overlap; its webhook reply would hide errors.
 */
export const createBot = ({ token, apiRoot }: TelegramSettings): Telegraf =>
  new Telegraf(token, {
    handlerTimeout: Infinity,
    telegram: { apiRoot, webhookReply: false },
  });
