import { ORPCError } from '@orpc/client';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { roleSchema } from '../../domain/role.ts';
import { type Format, useFormat } from './format.ts';

const dataSchema = z.record(z.string(), z.unknown()).catch({});
const logIdSchema = z.object({ logId: z.string() });
const fieldSchema = z.object({ field: z.string() });
const namesSchema = z.array(z.string());

/** The tag of an error the contract declares (`SIGNED_OUT`, `CODE_TAKEN`…), or null for a fault. */
export function findErrorTag(error: unknown): string | null {
  return error instanceof ORPCError && error.code !== 'FAULT' ? error.code : null;
}

/** Where the log has more about a fault, if the service could tell. */
export function findLogId(error: unknown): string | null {
  if (!(error instanceof ORPCError)) return null;
  return logIdSchema.safeParse(error.data).data?.logId ?? null;
}

/** The form field an error belongs to, if its data names one. */
export function findErrorField(error: unknown): string | null {
  if (!(error instanceof ORPCError)) return null;
  return fieldSchema.safeParse(error.data).data?.field ?? null;
}

/**
 * An error's data as its text needs them: lists written out, the one number as `count` for the plural, and the
 * `reason` as context, which chooses `TAG_reason` among the texts.
 */
export function toTextValues(data: unknown, format: Format): Record<string, unknown> {
  const values = dataSchema.parse(data);
  const written = Object.entries(values).map(([key, value]) => {
    const names = namesSchema.safeParse(value);
    return [key, names.success ? format.list(names.data) : value];
  });
  const count = Object.values(values).find((value) => typeof value === 'number');
  const context = typeof values['reason'] === 'string' ? { context: values['reason'] } : {};
  return { ...Object.fromEntries(written), ...context, ...(count === undefined ? {} : { count }) };
}

/** Turns any error into the sentence to show: by tag with its data, otherwise by log id. */
export function useDescribeError(): (error: unknown) => string {
  const { t, i18n } = useTranslation('errors');
  const format = useFormat();
  return useCallback(
    (error: unknown) => {
      const tag = findErrorTag(error);
      const values = toTextValues(error instanceof ORPCError ? error.data : {}, format);
      const needs = roleSchema.safeParse(values['needs']);
      if (needs.success) values['needs'] = t(`app:role.${needs.data}`);
      if (tag !== null && i18n.exists(`errors:${tag}`, values)) return t(tag, values);
      const logId = findLogId(error);
      return logId === null ? t('unexpected') : t('unexpectedWithLogId', { logId });
    },
    [t, i18n, format],
  );
}
