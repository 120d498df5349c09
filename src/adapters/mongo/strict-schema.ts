import { Schema, type SchemaDefinition } from 'mongoose';

/**
 * A schema that refuses what it does not know: an unknown field in a document or a filter throws.
 *
 * A mistyped field in a filter would otherwise match every document of every institution.
 */
export const strictSchema = (collection: string, definition: SchemaDefinition): Schema =>
  new Schema(definition, {
    collection,
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    minimize: false,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    id: false,
  });
