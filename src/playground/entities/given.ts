import { asObject } from '../params';
import { badRequest } from '../refusal';
import type { Entity } from '../wire';
import { byteOffset } from './byte-offset';
import { linkEntity } from './links';

/** What people and bots may mark themselves; Telegram finds the other kinds and ignores them here. */
const givenTypes = new Set(
  [
    'bold italic underline strikethrough spoiler blockquote expandable_blockquote',
    'code pre text_link text_mention custom_emoji',
  ].flatMap((names) => names.split(' ')),
);

const mostEntities = 100;

/**
 * Reads entities that came with a text and checks them as tdlib does: offsets count UTF-16 units, end
 * within the text and between its characters.
 */
export function givenEntities(text: string, list: readonly unknown[] = []): Entity[] {
  const read = list.map(entityIn).filter(({ type }) => givenTypes.has(type));
  for (const entity of read) checkPlace(text, entity);
  const whole = read.filter(({ length }) => length > 0).flatMap(withAddress);
  return nested(whole).slice(0, mostEntities);
}

function entityIn(item: unknown): Entity {
  const entity = asObject(item);
  const isEntity =
    entity &&
    typeof entity.type === 'string' &&
    Number.isInteger(entity.offset) &&
    Number.isInteger(entity.length);
  if (!isEntity) throw badRequest("can't parse MessageEntity: expected an Object");
  return entity as unknown as Entity;
}

function checkPlace(text: string, { offset, length }: Entity): void {
  const place = `Entity beginning at UTF-16 offset ${offset} ends`;
  const end = offset + length;
  if (offset < 0) throw badRequest(`Receive an entity with incorrect offset ${offset}`);
  if (length < 0) throw badRequest(`Receive an entity with incorrect length ${length}`);
  if (offset > text.length)
    throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${offset}`);
  if (end > text.length)
    throw badRequest(`${place} after the end of the text at UTF-16 offset ${end}`);
  if (isWithinCharacter(text, offset))
    throw badRequest(
      `Entity begins in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, offset - 1)}`,
    );
  if (isWithinCharacter(text, end))
    throw badRequest(
      `${place} in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, end - 1)}`,
    );
}

const isWithinCharacter = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));

/** A link keeps an address that can be opened; one with another is no link. */
function withAddress(entity: Entity): Entity[] {
  if (entity.type !== 'text_link') return [entity];
  const link = linkEntity(entity.url ?? '', { offset: entity.offset, length: entity.length });
  return link ? [link] : [];
}

const endOf = ({ offset, length }: Entity) => offset + length;
const isCode = ({ type }: Entity) => type === 'code' || type === 'pre';

/** Stretches that overlap in part are split, so that each lies within the other; in code there is nothing else. */
function nested(entities: readonly Entity[]): Entity[] {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const code = sorted.filter(isCode);
  const outside = sorted.filter((one) => isCode(one) || !code.some((other) => overlap(one, other)));
  const found: Entity[] = [];
  const left = [...outside];
  for (let one = left.shift(); one; one = left.shift()) {
    const crossed = found.find((other) => crosses(other, one));
    if (!crossed) found.push(one);
    else left.unshift(...splitAt(one, endOf(crossed)));
  }
  return found;
}

const overlap = (one: Entity, other: Entity) =>
  one.offset < endOf(other) && other.offset < endOf(one);

/** Whether a later one begins within an earlier one and ends outside. */
const crosses = (earlier: Entity, later: Entity) =>
  later.offset > earlier.offset && later.offset < endOf(earlier) && endOf(later) > endOf(earlier);

const splitAt = (entity: Entity, at: number): Entity[] => [
  { ...entity, length: at - entity.offset },
  { ...entity, offset: at, length: endOf(entity) - at },
];
