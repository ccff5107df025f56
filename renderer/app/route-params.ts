import { notFound } from '@tanstack/react-router';
import type { z } from 'zod';

/** Makes `$name` of an address a branded id; an address with anything else there leads nowhere. */
export function idParam<Name extends string, Schema extends z.ZodType<string>>(name: Name, schema: Schema) {
  return {
    parse: (params: Record<Name, string>): Record<Name, z.output<Schema>> => {
      const id = schema.safeParse(params[name]);
      if (!id.success) throw notFound();
      return { ...params, [name]: id.data };
    },
    stringify: (params: Record<Name, z.output<Schema>>): Record<Name, string> => params,
  };
}
