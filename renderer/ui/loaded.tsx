import { Button, Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescribeError } from '../lib/errors.ts';
import { Delayed } from './delayed.tsx';
import { Notice } from './notice.tsx';

interface LoadedProps<Data> {
  query: UseQueryResult<Data, unknown>;
  /** Drawn while waiting longer than 300 ms; three bars if left out. */
  skeleton?: ReactNode;
  children(data: Data): ReactNode;
}

/** The answer of a query once it is there; before that nothing, then bars; a fault with a way to try again. */
export function Loaded<Data>({ query, skeleton, children }: LoadedProps<Data>) {
  const { t } = useTranslation();
  const describeError = useDescribeError();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return (
      <Notice tone="danger" action={<Button onClick={() => void query.refetch()}>{t('retry')}</Button>}>
        {describeError(query.error)}
      </Notice>
    );
  }
  return <Delayed>{skeleton ?? <SkeletonLines label={t('loading')} />}</Delayed>;
}

function SkeletonLines({ label }: { label: string }) {
  return (
    <Stack gap={12} role="status" aria-label={label}>
      <Skeleton height={20} width="38%" />
      <Skeleton height={14} />
      <Skeleton height={14} width="82%" />
    </Stack>
  );
}
