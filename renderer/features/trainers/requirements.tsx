import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccreditationRule } from '../../../domain/accreditation-rule.ts';
import type { AccreditationState, MissingRequirement } from '../../../domain/accreditation.ts';
import classes from './trainers.module.css';
import { useAccreditationWords } from '../../parts/use-accreditation-words.ts';

interface RequirementsProps {
  state: AccreditationState;
  rule: AccreditationRule | null;
}

/** What a rule asks for, done or not yet; of one who is accredited, what it takes to stay so. */
export function Requirements({ state, rule }: RequirementsProps) {
  const { t } = useTranslation('trainers');
  const { writeRequirement } = useAccreditationWords();
  const items = listRequirements(state, rule);
  if (items.length === 0) return null;
  return (
    <ul className={classes['requirements']} aria-label={t('requirements')}>
      {items.map(({ requirement, isDone }) => (
        <li key={requirement.what} data-done={isDone || undefined}>
          {isDone ? (
            <IconCircleCheck size={17} stroke={1.75} aria-hidden />
          ) : (
            <IconCircleDashed size={17} stroke={1.75} aria-hidden />
          )}
          {isDone && <VisuallyHidden>{t('done')}</VisuallyHidden>}
          <span>
            {isDone
              ? writeRequirement(requirement)
              : t('missingYet', { what: writeRequirement(requirement) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function listRequirements({ status, missing }: AccreditationState, rule: AccreditationRule | null) {
  const asked = status === 'candidate' && rule !== null ? listAsked(rule) : [];
  const isMissing = (what: MissingRequirement['what']) => missing.some((each) => each.what === what);
  return [
    ...asked.filter(({ what }) => !isMissing(what)).map((requirement) => ({ requirement, isDone: true })),
    ...missing.map((requirement) => ({ requirement, isDone: false })),
  ];
}

function listAsked(rule: AccreditationRule): MissingRequirement[] {
  const ask = (what: MissingRequirement['what'], need: number | null = null) => ({ what, have: null, need });
  return [
    ...(rule.trainingCourseId === null ? [] : [ask('training')]),
    ...(rule.editionsAssisted === 0 ? [] : [ask('assisted', rule.editionsAssisted)]),
    ...(rule.editionsLed === 0 ? [] : [ask('led', rule.editionsLed)]),
    ...(rule.observationScore === null ? [] : [ask('observation', rule.observationScore)]),
    ...(rule.needsAgreement ? [ask('agreement')] : []),
  ];
}
