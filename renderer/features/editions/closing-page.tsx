import { Button, Checkbox } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Session } from '../../../domain/session.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useToast } from '../../ui/toast.tsx';
import classes from './closing-page.module.css';
import { EditionStatusBadge } from '../../parts/edition-status-badge.tsx';
import { ResultCounts } from './result-counts.tsx';
import { ResultsTable } from './results-table.tsx';
import { useFinalResults } from './use-final-results.ts';

/** The closing of an edition: what comes of everyone and why, and what is still missing, before it is final. */
export function ClosingPage() {
  const { editionId } = useParams({ from: '/ediciones/$editionId/cierre' });
  const api = useApi();
  const edition = useQuery(api.editions.get.queryOptions({ input: { editionId } }));
  return <Loaded query={edition}>{(found) => <Closing edition={found} />}</Loaded>;
}

function Closing({ edition }: { edition: Edition }) {
  const { t } = useTranslation('editions');
  const { can } = useSession();
  const [acceptsUnrecorded, setAcceptsUnrecorded] = useState(false);
  const { grid, grades, results } = useFinalResults(edition);
  const unrecorded = (grid.data?.sessions ?? []).filter(({ state }) => state === 'planned');
  const { close, refusal } = useClosing(edition, acceptsUnrecorded);
  const isRunning = edition.status === 'running';
  const mayClose = isRunning && can('coordinator') && (unrecorded.length === 0 || acceptsUnrecorded);
  return (
    <Page fill>
      <PageHeader
        title={t('closing.title', { code: edition.code })}
        badge={<EditionStatusBadge status={edition.status} />}
        subtitle={edition.courseTitle}
        trail={[
          { label: t('app:nav.courses'), to: '/cursos' },
          { label: edition.code, to: `/ediciones/${edition.id}` },
        ]}
        next={
          isRunning && (
            <Button
              variant="filled"
              leftSection={<IconLock size={16} />}
              aria-disabled={!mayClose}
              disabled={!mayClose}
              onClick={() => void close()}
            >
              {t('closing.close')}
            </Button>
          )
        }
      />
      <div className={classes['closing']}>
        {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
        {!isRunning && <Notice tone="info">{t(`closing.not.${edition.status}`)}</Notice>}
        {isRunning && !can('coordinator') && <Notice tone="info">{t('closing.coordinatorOnly')}</Notice>}
        {isRunning && unrecorded.length > 0 && (
          <Unrecorded
            edition={edition}
            sessions={unrecorded}
            isAccepted={acceptsUnrecorded}
            onAccept={setAcceptsUnrecorded}
          />
        )}
        <Loaded query={grid}>
          {() => (
            <Loaded query={grades}>
              {() => (
                <>
                  <ResultCounts results={results} />
                  <ResultsTable edition={edition} results={results} />
                </>
              )}
            </Loaded>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

/** Closes and goes back to the edition, where issuing the certificates comes next; can be reopened until then. */
function useClosing({ id: editionId, code }: Edition, acceptsUnrecorded: boolean) {
  const { t } = useTranslation('editions');
  const api = useApi();
  const toast = useToast();
  const navigate = useNavigate();
  const describeError = useDescribeError();
  const closing = useMutation(api.editions.close.mutationOptions());
  const reopening = useMutation(api.editions.reopen.mutationOptions());
  const [refusal, setRefusal] = useState<string | null>(null);
  const close = async () => {
    setRefusal(null);
    try {
      await closing.mutateAsync({ editionId, acceptsUnrecorded });
      toast.show({ text: t('moved.closed', { code }), undo: () => reopening.mutateAsync({ editionId }) });
      await navigate({ to: '/ediciones/$editionId/certificados', params: { editionId } });
    } catch (error) {
      setRefusal(describeError(error));
    }
  };
  return { close, refusal };
}

interface UnrecordedProps {
  edition: Edition;
  sessions: readonly Session[];
  isAccepted: boolean;
  onAccept(isAccepted: boolean): void;
}

/** Sessions nobody marked: to be marked, called off, or knowingly counted as missed by everyone. */
function Unrecorded({ edition, sessions, isAccepted, onAccept }: UnrecordedProps) {
  const { t } = useTranslation('editions');
  const format = useFormat();
  return (
    <Notice tone="warning" title={t('closing.unrecorded.title', { count: sessions.length })}>
      <p className={classes['line']}>
        {t('closing.unrecorded.text')}{' '}
        {sessions.map(({ id, date }) => (
          <TextLink
            key={id}
            to="/ediciones/$editionId/asistencia/$sessionId"
            params={{ editionId: edition.id, sessionId: id }}
          >
            {format.weekdayDate(date)}
          </TextLink>
        ))}
      </p>
      <Checkbox
        checked={isAccepted}
        onChange={(event) => onAccept(event.currentTarget.checked)}
        label={t('closing.unrecorded.accept', { count: sessions.length })}
      />
    </Notice>
  );
}
