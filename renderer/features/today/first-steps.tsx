import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../domain/role.ts';
import type { Today } from '../../../domain/today.ts';
import { useSession } from '../../lib/session.tsx';
import { AddressLink } from '../../ui/address-link.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './first-steps.module.css';

interface FirstStep {
  id: 'course' | 'edition' | 'people';
  isDone: boolean;
  to: string;
  needs: Role;
}

function listSteps({ courseCount, editionCount, personCount }: Today): FirstStep[] {
  return [
    { id: 'course', isDone: courseCount > 0, to: '/cursos/nuevo', needs: 'registrar' },
    { id: 'edition', isDone: editionCount > 0, to: '/ediciones/nueva', needs: 'registrar' },
    { id: 'people', isDone: personCount > 0, to: '/importar', needs: 'registrar' },
  ];
}

/** What a new office does first; the step that comes next is the big one. */
export function FirstSteps({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const steps = listSteps(today);
  const next = steps.find(({ isDone }) => !isDone);
  return (
    <Section title={t('first.title')}>
      <ol className={classes['steps']}>
        {steps.map((step, index) => (
          <Step key={step.id} step={step} number={index + 1} isNext={step === next} />
        ))}
      </ol>
    </Section>
  );
}

function Step({ step, number, isNext }: { step: FirstStep; number: number; isNext: boolean }) {
  const { t } = useTranslation('today');
  const { can } = useSession();
  return (
    <li className={classes['step']} data-next={isNext || undefined} data-done={step.isDone || undefined}>
      <span className={classes['number']}>
        {step.isDone ? <IconCheck size={18} stroke={2.5} role="img" aria-label={t('first.done')} /> : number}
      </span>
      <div>
        <h3>{t(`first.${step.id}.title`)}</h3>
        {!step.isDone && <p>{t(`first.${step.id}.text`)}</p>}
        {isNext && can(step.needs) && (
          <Button component={AddressLink} to={step.to} variant="filled">
            {t(`first.${step.id}.button`)}
          </Button>
        )}
      </div>
    </li>
  );
}
