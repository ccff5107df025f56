import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import { useSession } from '../../lib/session.tsx';
import { useAccreditationWords } from '../../parts/use-accreditation-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useLeadObstacles } from './use-lead-obstacles.ts';

/** Who leads an edition by a coordinator's word, with its reason, and who leads it without one, though not accredited. */
export function LeadNotices({ edition }: { edition: Edition }) {
  const { t } = useTranslation('editions');
  const { can } = useSession();
  const { writeReason } = useAccreditationWords();
  const unaccredited = useUnaccreditedLeads(edition);
  const excepted = edition.trainers.filter(({ exceptionReason }) => exceptionReason !== null);
  return (
    <>
      {excepted.map(({ personId, name, exceptionReason }) => (
        <Notice key={personId} tone="info">
          {t('lead.byWord', { name, reason: exceptionReason })}
        </Notice>
      ))}
      {unaccredited.map(({ personId, name, state }) => (
        <Notice
          key={personId}
          tone="warning"
          action={
            can('registrar') && (
              <TextLink to="/ediciones/$editionId/editar" params={{ editionId: edition.id }}>
                {t('lead.change')}
              </TextLink>
            )
          }
        >
          {t('lead.isNotAccredited', { name })} {state === null ? t('lead.neverTrained') : writeReason(state)}
          .
        </Notice>
      ))}
    </>
  );
}

/** Of an edition that is still to be taught: those who lead without being accredited, and nobody said why. */
export function useUnaccreditedLeads({ status, courseId, startsOn, endsOn, trainers }: Edition) {
  const isAhead = status === 'planned' || status === 'open' || status === 'running';
  const personIds = trainers
    .filter(({ role, exceptionReason }) => role === 'lead' && exceptionReason === null)
    .map(({ personId }) => personId);
  return useLeadObstacles(isAhead ? { courseId, startsOn, endsOn, personIds } : null);
}
