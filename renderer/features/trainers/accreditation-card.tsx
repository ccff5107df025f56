import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccreditationRule } from '../../../domain/accreditation-rule.ts';
import type { AccreditationState } from '../../../domain/accreditation.ts';
import type { AccreditationLine, SaidWord } from '../../../domain/contract/trainers.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { AccreditationBadge } from '../../parts/accreditation-badge.tsx';
import { ObserveButton } from './observations/observe-button.tsx';
import { Requirements } from './requirements.tsx';
import classes from './trainers.module.css';
import { useAccreditationWords } from '../../parts/use-accreditation-words.ts';
import { WordButtons } from './word-buttons.tsx';

interface AccreditationCardProps {
  /** Of the person, given names first. */
  name: string;
  line: AccreditationLine;
  rule: AccreditationRule | null;
  isNext: boolean;
}

/** One accreditation: for what, how it stands and why, what is missing, and what can be said of it. */
export function AccreditationCard({ name, line, rule, isNext }: AccreditationCardProps) {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  const { writeReason } = useAccreditationWords();
  const { courseId, courseTitle, level, state, said } = line;
  const writeSaid = ({ word, on, reason, accreditedBy }: SaidWord) =>
    t(`lastSaid.${word}.${accreditedBy === null ? 'coordinator' : 'master'}`, {
      on: format.longDate(on),
      by: accreditedBy,
      reason: reason ?? t('lastSaid.noReason'),
    });
  const what = t(`courseAtLevel.${level}`, { course: courseTitle });
  return (
    <article className={classes['card']} aria-label={what}>
      <div className={classes['cardHead']}>
        <h3>
          <TextLink to="/cursos/$courseId" params={{ courseId }}>
            {what}
          </TextLink>
        </h3>
        <AccreditationBadge status={state.status} />
        <div className={classes['cardActions']}>
          {rule !== null && rule.observationScore !== null && <ObserveButton name={name} line={line} />}
          <WordButtons name={name} line={line} rule={rule} isNext={isNext} />
        </div>
      </div>
      <p className={classes['reason']}>{writeReason(state)}</p>
      <Requirements state={state} rule={rule} />
      {rule !== null && <Refresher state={state} rule={rule} />}
      {saysSinceElsewhere(state) || (
        <p className={classes['note']}>{t('given', { since: format.longDate(state.since) })}</p>
      )}
      {said !== null && <p className={classes['note']}>{writeSaid(said)}</p>}
    </article>
  );
}

/** Which course renews what ends or has ended. */
function Refresher({ state, rule }: { state: AccreditationState; rule: AccreditationRule }) {
  const { t } = useTranslation('trainers');
  const courses = useQuery(useApi().courses.list.queryOptions()).data ?? [];
  const course = courses.find(({ id }) => id === rule.refresherCourseId);
  if (state.reason !== 'validityEnds' || course === undefined) return null;
  return <p className={classes['note']}>{t('refresher', { course: course.title })}</p>;
}

/** Whether the reason tells since when, or there is nothing to tell. */
function saysSinceElsewhere({ since, reason }: AccreditationState): boolean {
  return since === null || reason === 'accredited' || reason === 'suspended';
}
