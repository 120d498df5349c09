import { isDoc, plain, type Doc } from './bson-value';
import { compileExpression, type Scope } from './expression';
import { refuse } from './mongo-error';
import { compileAddition, compileProjection } from './project-document';

/** Turns one document into another. */
export type Transform = (doc: Doc) => Doc;

/** Compiles `$unset`: one path or a list of them. */
export function compileUnset(operand: unknown, scope: Scope): Transform {
  const paths: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (paths.length === 0 || !paths.every((path) => typeof path === 'string'))
    return refuse(31002, '$unset specification must be a string or an array of strings');
  return compileProjection(Object.fromEntries(paths.map((path) => [path, 0])), scope);
}

/** Compiles `$replaceWith`; anything but a document is refused (40228). */
export function compileReplacement(expression: unknown, scope: Scope): Transform {
  const evaluate = compileExpression(expression, scope);
  return (doc) => {
    const next = evaluate(plain(doc));
    return isDoc(next)
      ? next
      : refuse(
          40228,
          "'replacement document' must evaluate to an object, but resulting value was of another type",
        );
  };
}

function specOf(operand: unknown, name: string): Doc {
  if (isDoc(operand) && Object.keys(operand).length > 0) return operand;
  return refuse(40272, `${name} specification stage must be an object with at least one field`);
}

type MakeTransform = (operand: unknown, scope: Scope) => Transform;

/** The stages that make one document of one document. */
export const TRANSFORMS: ReadonlyMap<string, MakeTransform> = new Map<string, MakeTransform>([
  ['$set', (operand, scope) => compileAddition(specOf(operand, '$set'), scope)],
  ['$addFields', (operand, scope) => compileAddition(specOf(operand, '$addFields'), scope)],
  ['$project', (operand, scope) => compileProjection(specOf(operand, '$project'), scope)],
  ['$unset', compileUnset],
  ['$replaceWith', compileReplacement],
  [
    '$replaceRoot',
    (operand, scope) => compileReplacement(isDoc(operand) ? operand['newRoot'] : undefined, scope),
  ],
]);

function compileStage(stage: unknown, scope: Scope): Transform {
  const [name = '', ...more] = isDoc(stage) ? Object.keys(stage) : [];
  const make = TRANSFORMS.get(name);
  if (!isDoc(stage) || more.length > 0)
    return refuse(40323, 'A pipeline stage specification object must contain exactly one field.');
  if (!make) return refuse(40324, `Unrecognized pipeline stage name: '${name}'`);
  return make(stage[name], scope);
}

/** Compiles an update pipeline; the `_id` of the document stays unless the pipeline gives another. */
export function compileUpdatePipeline(stages: readonly unknown[], scope: Scope): Transform {
  const transforms = stages.map((stage) => compileStage(stage, scope));
  return (doc) => {
    const after = transforms.reduce((current, transform) => transform(current), doc);
    return '_id' in after || !('_id' in doc) ? after : { _id: doc['_id'], ...after };
  };
}
