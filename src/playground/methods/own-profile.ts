import { textParam, type Params } from '../params';
import { badRequest } from '../refusal';
import type { Stage } from '../stage';
import type { User } from '../wire';

/** The bot itself. */
export const getMe = ({ ground }: Stage): User & Readonly<Record<string, unknown>> => ({
  ...ground.bot,
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
});

/** Settings that are kept and read back but change nothing here. */
const keepSetting =
  (name: string, field: string, longest: number) => (stage: Stage, params: Params) => {
    const value = textParam(params, field);
    if (value.length > longest) throw badRequest(`${field} is too long`);
    stage.ground.settings.set(`${name}|${textParam(params, 'language_code')}`, value);
    return true;
  };

const readSetting = (name: string, field: string) => (stage: Stage, params: Params) => ({
  [field]: stage.ground.settings.get(`${name}|${textParam(params, 'language_code')}`) ?? '',
});

/** Keeps a name of the bot for a language. */
export const setMyName = keepSetting('name', 'name', 64);
/** Reads the name back. */
export const getMyName = readSetting('name', 'name');
/** Keeps the text shown in an empty chat. */
export const setMyDescription = keepSetting('description', 'description', 512);
/** Reads that text back. */
export const getMyDescription = readSetting('description', 'description');
/** Keeps the text shown in the profile. */
export const setMyShortDescription = keepSetting('short', 'short_description', 120);
/** Reads that text back. */
export const getMyShortDescription = readSetting('short', 'short_description');

/** The menu button is always the list of commands here. */
export const accept = (): boolean => true;
/** The menu button as it is. */
export const getChatMenuButton = (): unknown => ({ type: 'commands' });
