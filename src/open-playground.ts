import { type CastMember, castBot, castGroups, castMembers, castToken } from './cast';
import type { Settings } from './config';
import {
  type CastPerson,
  type MoveClock,
  type Playground,
  startPlayground,
} from './playground/playground';
import type { Clock } from './ports';

/** The settings of a bot that talks with the playground. */
export type PlaygroundSettings = Settings & { readonly BOT_TOKEN: string };

export type PlaygroundOpened =
  | { readonly ok: true; readonly playground: Playground; readonly settings: PlaygroundSettings }
  | { readonly ok: false; readonly why: string };

/** Opens the local Telegram with its cast, and points the settings at it. */
export async function openPlayground(
  settings: Settings,
  clock: Clock,
  moveClock: MoveClock,
): Promise<PlaygroundOpened> {
  const started = await startPlayground({
    port: settings.PORT,
    token: castToken,
    bot: castBot,
    cast: { people: castMembers.map(onPlayground), groups: castGroups },
    dir: `${settings.DATA_DIR}/playground`,
    now: () => clock.now(),
    moveClock,
  });
  if (!started.ok) return started;
  const { playground } = started;
  return { ok: true, playground, settings: pointedAt(settings, playground) };
}

/** Those with a role have talked to the bot before; others have still to press Start. */
export const onPlayground = ({
  role,
  address: _address,
  admin: _admin,
  ...person
}: CastMember): CastPerson => ({
  ...person,
  started: role !== undefined,
});

const pointedAt = (settings: Settings, { apiRoot }: Playground): PlaygroundSettings => ({
  ...settings,
  BOT_TOKEN: castToken,
  TELEGRAM_API_ROOT: apiRoot,
  ADMIN_IDS: [
    ...settings.ADMIN_IDS,
    ...castMembers.filter(({ admin }) => admin).map(({ id }) => id),
  ],
});
