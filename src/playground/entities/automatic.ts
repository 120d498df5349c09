import type { Entity } from '../wire';

const patterns: readonly { readonly type: string; readonly pattern: RegExp }[] = [
  { type: 'url', pattern: /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g },
  {
    type: 'url',
    pattern: /(?<![\w@./-])(?:www\.|t\.me\/)[^\s<>"]*[^\s<>".,;:!?)\]]/g,
  },
  { type: 'email', pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { type: 'bot_command', pattern: /(?<![\w/<>@])\/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/g },
  { type: 'mention', pattern: /(?<![\w@.])@[A-Za-z]\w{3,31}(?!\w)/g },
  { type: 'hashtag', pattern: /(?<![\p{L}\p{N}_])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu },
];

/** The links, commands, mentions and hashtags that Telegram finds in a text by itself. */
export function automaticEntities(text: string, known: readonly Entity[]): Entity[] {
  const found: Entity[] = [];
  const closed = known.filter(({ type }) => /^(pre|code|text_link|text_mention)$/.test(type));
  for (const { type, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...closed, ...found].some((other) => overlap(other, entity))) found.push(entity);
    }
  }
  return found;
}

const overlap = (one: Entity, two: Entity) =>
  one.offset < two.offset + two.length && two.offset < one.offset + one.length;
