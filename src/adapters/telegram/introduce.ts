import { setTimeout as pause } from 'node:timers/promises';
import { type Telegraf, TelegramError } from 'telegraf';
import type { Log } from '../../ports';
import type { MenuEntry } from '../../talk';

export type Introduced =
  { readonly ok: true; readonly username: string } | { readonly ok: false; readonly why: string };

/** What strangers see in the menu of the private chat, and what everybody sees in that of a group. */
export interface Menus {
  readonly people: readonly MenuEntry[];
  readonly groups: readonly MenuEntry[];
}

const entries = (menu: readonly MenuEntry[]) =>
  menu.map(({ command, about }) => ({ command, description: about }));

const tries = 5;
const firstWaitMs = 1_000;

/**
 * Asks Telegram who the bot is and sets the menus that strangers and groups see.
 *
 * A refused token is final. A network that is down is tried for half a minute, so that a machine
 * that starts together with its network does not give up.
 */
export async function introduce(
  bot: Telegraf,
  { people, groups }: Menus,
  log: Log,
): Promise<Introduced> {
  for (let n = 1; ; n += 1) {
    try {
      bot.botInfo = await bot.telegram.getMe();
      await bot.telegram.setMyCommands(entries(people));
      await bot.telegram.setMyCommands(entries(groups), { scope: { type: 'all_group_chats' } });
      return { ok: true, username: bot.botInfo.username };
    } catch (error) {
      if (isRefused(error)) return { ok: false, why: refused };
      if (n === tries) return { ok: false, why: unreachable };
      log.warn({}, 'Telegram cannot be reached yet; trying again');
      await pause(firstWaitMs * 2 ** (n - 1));
    }
  }
}

const refused = 'Telegram refuses BOT_TOKEN: copy it again from @BotFather';
const unreachable =
  'Telegram cannot be reached: check the network, and TELEGRAM_API_ROOT if it is set';

const isRefused = (error: unknown) =>
  error instanceof TelegramError && (error.code === 401 || error.code === 404);
