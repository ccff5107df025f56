import { z } from 'zod';
import {
  assessmentIdSchema,
  certificateIdSchema,
  editionIdSchema,
  enrolmentIdSchema,
  sessionIdSchema,
} from '../ids.ts';

/** What belongs to one edition, the edition itself included. */
export type EditionPart = 'edition' | 'session' | 'enrolment' | 'assessment' | 'certificate';

export interface NamedPart {
  part: EditionPart;
  id: string;
}

const partBySchema = new Map<unknown, EditionPart>([
  [editionIdSchema, 'edition'],
  [sessionIdSchema, 'session'],
  [enrolmentIdSchema, 'enrolment'],
  [assessmentIdSchema, 'assessment'],
  [certificateIdSchema, 'certificate'],
]);

/**
 * The editions, sessions, enrolments… that an input names, by the schemas of its ids: nothing has to be said of a
 * procedure beside its input. `input` need not be valid; what is no text names nothing.
 */
export function listNamedParts(schema: unknown, input: unknown): NamedPart[] {
  const part = partBySchema.get(schema);
  if (part !== undefined) return typeof input === 'string' ? [{ part, id: input }] : [];
  return listInnerSchemas(schema).flatMap(({ key, schema: inner }) =>
    listValues(input, key).flatMap((value) => listNamedParts(inner, value)),
  );
}

/** What an input of this schema can name at all. */
export function listNameableParts(schema: unknown): EditionPart[] {
  const part = partBySchema.get(schema);
  const found =
    part === undefined
      ? listInnerSchemas(schema).flatMap((inner) => listNameableParts(inner.schema))
      : [part];
  return [...new Set(found)];
}

/** Where an inner schema applies: to the value itself, to a property of it, or to each of its items. */
type Key = { at: 'itself' } | { at: 'items' } | { at: 'property'; name: string };

/** Every kind of schema that the contract's inputs are made of; one that is none of them holds nothing. */
export function listInnerSchemas(schema: unknown): { key: Key; schema: unknown }[] {
  const itself = (inner: unknown) => ({ key: { at: 'itself' } as const, schema: inner });
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).map(([name, inner]) => ({
      key: { at: 'property', name },
      schema: inner,
    }));
  }
  if (schema instanceof z.ZodArray) return [{ key: { at: 'items' }, schema: schema.element }];
  if (schema instanceof z.ZodUnion) return schema.options.map(itself);
  if (schema instanceof z.ZodPipe) return [itself(schema.in), itself(schema.out)];
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  ) {
    return [itself(schema.unwrap())];
  }
  return [];
}

function listValues(input: unknown, key: Key): readonly unknown[] {
  if (key.at === 'itself') return [input];
  if (key.at === 'items') return Array.isArray(input) ? input : [];
  return typeof input === 'object' && input !== null ? [Reflect.get(input, key.name)] : [];
}
