import { Button } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { findErrorTag, findLogId } from '../lib/errors.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Page } from '../ui/page.tsx';
import { NotFound } from './not-found.tsx';

/** What the user can read out to whoever helps: the service's log id, or what broke in the page itself. */
function codeOf(error: unknown): string {
  const logId = findLogId(error);
  if (logId !== null) return logId;
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 160) : String(error);
}

/** Stands in for a page that broke; the rest of the window goes on working. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('app');
  const router = useRouter();
  if (findErrorTag(error) === 'NOT_FOUND') return <NotFound />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page>
      <PageHeader title={t('fault.title')} />
      <EmptyState
        icon={IconAlertTriangle}
        title={t('fault.saved')}
        text={t('fault.text', { code: codeOf(error) })}
        action={<Button onClick={retry}>{t('common:retry')}</Button>}
      />
    </Page>
  );
}
