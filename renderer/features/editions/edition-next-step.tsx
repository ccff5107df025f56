import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Role } from '../../../domain/role.ts';
import { useSession } from '../../lib/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useEditionMoves } from './use-edition-moves.ts';

const needs: Record<Edition['status'], Role> = {
  planned: 'registrar',
  open: 'registrar',
  running: 'coordinator',
  closed: 'coordinator',
  cancelled: 'registrar',
};

/** The one step that comes next: open, start, close, issue certificates. */
export function EditionNextStep({ edition }: { edition: Edition }) {
  const { t } = useTranslation('editions');
  const { can } = useSession();
  const toast = useToast();
  const navigate = useNavigate();
  const { moveTo } = useEditionMoves(edition);
  const { status, certificateCount } = edition;
  const params = { editionId: edition.id };
  if (!can(needs[status])) return null;

  const start = async () => {
    if (edition.sessionCount > 0) return void moveTo('running');
    toast.show({ text: t('startNeedsSessions') });
    return navigate({ to: '/ediciones/$editionId/sesiones', params });
  };
  const steps = {
    planned: () => moveTo('open'),
    open: start,
    running: () => navigate({ to: '/ediciones/$editionId/cierre', params }),
    closed: () => navigate({ to: '/ediciones/$editionId/certificados', params }),
    cancelled: () => moveTo('planned'),
  };
  const isDone = status === 'closed' && certificateCount > 0;
  return (
    <Button
      variant={isDone || status === 'cancelled' ? 'default' : 'filled'}
      onClick={() => void steps[status]()}
    >
      {t(isDone ? 'next.seeCertificates' : `next.${status}`)}
    </Button>
  );
}
