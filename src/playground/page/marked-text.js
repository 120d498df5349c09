/** What is formatted in a text that is being written: entities as Telegram's, offsets in UTF-16 units. */

const endOf = ({ offset, length }) => offset + length;
const between = (mark, from, to) => ({ ...mark, offset: from, length: to - from });
const standing = (marks) => marks.filter(({ length }) => length > 0);

/**
 * Moves marks along when a text was changed and the caret stands at `caret` after it. What is typed within
 * a mark, or over all of it, belongs to it; what is typed before or after does not.
 */
export function shifted(marks, before, after, caret = after.length) {
  const shorter = Math.min(before.length, after.length);
  const mostBehind = Math.min(shorter, after.length - caret);
  let behind = 0;
  while (behind < mostBehind && before.at(-1 - behind) === after.at(-1 - behind)) behind += 1;
  let from = 0;
  while (from < shorter - behind && before[from] === after[from]) from += 1;
  const to = before.length - behind;
  const grown = after.length - before.length;
  return standing(
    marks.map((mark) => {
      const end = endOf(mark);
      const kept = mark.offset <= from ? mark.offset : to + grown;
      const first = mark.offset >= to ? mark.offset + grown : kept;
      const keptEnd = end >= to ? end + grown : from;
      return between(mark, first, end <= from ? end : keptEnd);
    }),
  );
}

/** Whether all of a stretch is formatted in one way. */
export function isMarked(marks, type, from, to) {
  let at = from;
  const same = marks.filter((mark) => mark.type === type).sort((a, b) => a.offset - b.offset);
  for (const mark of same) if (mark.offset <= at && endOf(mark) > at) at = endOf(mark);
  return to > from && at >= to;
}

/** Takes one way of formatting, or all without `type`, off a stretch. */
export const unmarked = (marks, from, to, type) =>
  standing(
    marks.flatMap((mark) => {
      const isMeant = type === undefined || mark.type === type;
      if (!isMeant || mark.offset >= to || endOf(mark) <= from) return [mark];
      return [
        between(mark, mark.offset, Math.max(mark.offset, from)),
        between(mark, Math.min(endOf(mark), to), endOf(mark)),
      ];
    }),
  );

/** Formats a stretch, together with what is formatted alike beside it; links keep their own address. */
export function marked(marks, mark) {
  const { type, offset, length } = mark;
  const free = unmarked(marks, offset, offset + length, type);
  if (type === 'text_link') return [...free, mark];
  const beside = free.filter(
    (one) => one.type === type && (endOf(one) === offset || one.offset === offset + length),
  );
  const from = Math.min(offset, ...beside.map((one) => one.offset));
  const to = Math.max(offset + length, ...beside.map(endOf));
  return [...free.filter((one) => !beside.includes(one)), between(mark, from, to)];
}

/** Formats a stretch, or takes the formatting off where all of it has it. */
export const toggled = (marks, type, from, to) =>
  isMarked(marks, type, from, to)
    ? unmarked(marks, from, to, type)
    : marked(marks, { type, offset: from, length: to - from });
