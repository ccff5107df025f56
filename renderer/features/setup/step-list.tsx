import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setupSteps, type SetupStep } from './setup-form.ts';
import classes from './step-list.module.css';

interface StepListProps {
  current: SetupStep;
  /** Goes back to a step that is done. */
  onGoTo(step: SetupStep): void;
}

/** Where one is in the first start: what is done, what comes. */
export function StepList({ current, onGoTo }: StepListProps) {
  const { t } = useTranslation('setup');
  const place = setupSteps.indexOf(current);
  return (
    <nav aria-label={t('steps.label')}>
      <ol className={classes['steps']}>
        {setupSteps.map((step, index) => (
          <li
            key={step}
            aria-current={step === current ? 'step' : undefined}
            data-done={index < place || undefined}
          >
            <span className={classes['sign']} aria-hidden>
              {index < place ? <IconCheck size={15} stroke={2.5} /> : index + 1}
            </span>
            {index < place ? (
              <button type="button" onClick={() => onGoTo(step)}>
                {t(`steps.${step}`)}
              </button>
            ) : (
              <span>{t(`steps.${step}`)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
