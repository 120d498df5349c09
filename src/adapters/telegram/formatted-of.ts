import type { MessageEntity } from 'telegraf/types';
import {
  addressMark,
  endMark,
  linkMark,
  type Style,
  styleMarks,
  withoutMarks,
} from '../../domain/formatted-text';

const styles: Readonly<Record<string, Style>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strikethrough: 'strike',
  code: 'code',
  pre: 'code',
  blockquote: 'quote',
  expandable_blockquote: 'quote',
  spoiler: 'spoiler',
};

/**
 * The text of a message with what its writer formatted, as `domain/formatted-text` writes it; nothing
 * when nothing was formatted. Telegram counts offsets in UTF-16 units, as strings do here.
 */
export function formattedOf(
  text: string,
  entities: readonly MessageEntity[] = [],
): string | undefined {
  const links = entities.filter(({ type }) => type === 'text_link');
  const outside = entities.filter((one) => !links.some((link) => isWithin(one, link)));
  const marks = outside.flatMap(marksOf).toSorted((a, b) => a.at - b.at || a.rank - b.rank);
  if (marks.length === 0) return undefined;
  let said = 0;
  const pieces = marks.map(({ at, mark }) => {
    const before = withoutMarks(text.slice(said, at));
    said = at;
    return before + mark;
  });
  return pieces.join('') + withoutMarks(text.slice(said));
}

/** The words of a link carry no formatting of their own here. */
const isWithin = (one: MessageEntity, link: MessageEntity): boolean =>
  one !== link &&
  one.offset >= link.offset &&
  one.offset + one.length <= link.offset + link.length &&
  one.length < link.length + (one.type === 'text_link' ? 0 : 1);

/** Something to be put into the text: ends come before beginnings, longer stretches begin first. */
interface Mark {
  readonly at: number;
  readonly mark: string;
  readonly rank: number;
}

function marksOf(entity: MessageEntity, order: number): readonly Mark[] {
  const { type, offset, length } = entity;
  const end = offset + length;
  // Of two that begin or end at one place the longer one, then the earlier one, is the outer one.
  const depth = order * 1e-9;
  const begins = { at: offset, rank: 1 - length * 1e-5 + depth };
  const ends = { at: end, rank: -1 / length - depth };
  if (type === 'text_link')
    return [
      { ...begins, mark: linkMark },
      { ...ends, mark: `${addressMark}${withoutMarks(entity.url)}${endMark}` },
    ];
  const style = styles[type];
  if (!style) return [];
  return [
    { ...begins, mark: styleMarks[style] },
    { ...ends, mark: endMark },
  ];
}
