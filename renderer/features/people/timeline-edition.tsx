import { IconCertificate, IconCertificateOff, IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonEdition } from '../../../domain/person.ts';
import { useFormat } from '../../lib/format.ts';
import { useResultReason } from '../../parts/use-result-reason.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import classes from './person-timeline.module.css';

/** An edition somebody took part in, with what came of it, or taught, with how many people. */
export function EditionEntry({ edition }: { edition: PersonEdition }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { editionId, certificates, withdrawnReason } = edition;
  return (
    <li data-as={edition.as}>
      <div className={classes['when']}>{format.longDate(edition.startsOn)}</div>
      <div className={classes['what']}>
        <TextLink to="/ediciones/$editionId" params={{ editionId }}>
          {edition.courseTitle}
        </TextLink>
        <RoleBadge edition={edition} />
      </div>
      <div className={classes['facts']}>{useFacts(edition).join(' · ')}</div>
      {withdrawnReason !== null && (
        <div className={classes['facts']}>{t('timeline.withdrawnBecause', { reason: withdrawnReason })}</div>
      )}
      {certificates.map(({ folio, revokedOn, revokedReason }) => (
        <div key={folio} className={classes['folio']}>
          {revokedOn === null ? (
            <IconCertificate size={16} stroke={1.75} aria-hidden />
          ) : (
            <IconCertificateOff size={16} stroke={1.75} aria-hidden />
          )}
          <span>
            {t('timeline.folio', { folio })}
            {revokedOn !== null &&
              ` · ${t('timeline.revoked', { date: format.date(revokedOn), reason: revokedReason ?? '' })}`}
          </span>
        </div>
      ))}
    </li>
  );
}

/** The edition, and of who took part the result with its reason, or while it runs the attendance. */
function useFacts({ editionCode, editionStatus, percentSoFar, result, trained }: PersonEdition): string[] {
  const { t } = useTranslation('people');
  const format = useFormat();
  const reasonOf = useResultReason();
  const facts = [editionCode, t(`editions:status.${editionStatus}`)];
  if (trained !== null) facts.push(t('timeline.trained', { count: trained }));
  if (result !== null) facts.push(t(`editions:result.${result.kind}`), reasonOf(result));
  // Before an edition runs there is nothing to have attended.
  else if (percentSoFar !== null && editionStatus === 'running') {
    facts.push(t('timeline.attendance', { percent: format.percent(percentSoFar) }));
  }
  return facts;
}

const tones = {
  requested: 'neutral',
  enrolled: 'success',
  waiting: 'warning',
  withdrawn: 'danger',
  declined: 'danger',
  completed: 'info',
} as const;

function RoleBadge({ edition }: { edition: PersonEdition }) {
  const { t } = useTranslation('people');
  const { role, enrolmentStatus: status } = edition;
  if (status === null) {
    return (
      <StatusBadge tone="info" icon={IconSchool}>
        {t(role === 'assistant' ? 'timeline.trainerAssistant' : 'timeline.trainerLead')}
      </StatusBadge>
    );
  }
  return <StatusBadge tone={tones[status]}>{t(`editions:enrolmentStatus.${status}`)}</StatusBadge>;
}
