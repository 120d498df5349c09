import { BSONRegExp, ObjectId } from 'bson';
import { typeNameOf, type Doc } from './bson-value';
import { refuse } from './mongo-error';

/** Gives a document an `_id` if it has none. */
export function withId(doc: Doc): Doc {
  return doc['_id'] === undefined ? { ...doc, _id: new ObjectId() } : doc;
}

/** Puts `_id` before all other fields, as MongoDB stores documents; a wrong kind of id is refused (53). */
export function idFirst(doc: Doc): Doc {
  const { _id, ...rest } = doc;
  if (Array.isArray(_id) || _id instanceof BSONRegExp || _id === undefined)
    return refuse(53, `The '_id' value cannot be of type ${typeNameOf(_id)}`);
  return Object.keys(doc)[0] === '_id' ? doc : { _id, ...rest };
}
