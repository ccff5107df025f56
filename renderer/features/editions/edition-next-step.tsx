import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Role } from '../../../domain/role.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useUnaccreditedLeads } from './lead-notices.tsx';
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
  const confirm = useConfirm();
  const format = useFormat();
  const navigate = useNavigate();
  const { moveTo } = useEditionMoves(edition);
  const { status, certificateCount } = edition;
  const params = { editionId: edition.id };
  const unaccredited = useUnaccreditedLeads(edition);
  if (!can(needs[status])) return null;

  /** An edition that is to begin with a lead whose accreditation is over asks first; whoever knows may go on. */
  const moveKnowingly = async (to: 'open' | 'running') => {
    const names = format.list(unaccredited.map(({ name }) => name));
    const isSure =
      names === '' ||
      (await confirm({
        title: t(`lead.moveTitle.${to}`, { code: edition.code }),
        text: t('lead.moveText', { names }),
        confirmLabel: t(`lead.moveConfirm.${to}`),
      })) !== false;
    if (isSure) await moveTo(to);
  };
  const start = async () => {
    if (edition.sessionCount > 0) return moveKnowingly('running');
    toast.show({ text: t('startNeedsSessions') });
    return navigate({ to: '/ediciones/$editionId/sesiones', params });
  };
  const steps = {
    planned: () => moveKnowingly('open'),
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
