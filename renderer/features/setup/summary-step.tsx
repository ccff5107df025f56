import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useMunicipalities } from '../../lib/use-municipalities.ts';
import { pictureAddress } from '../../ui/read-picture.ts';
import type { SetupStep, SetupValues } from './setup-form.ts';
import classes from './setup-wizard.module.css';

/** Everything that was answered, each with a way back to it. */
export function SummaryStep({ onGoTo }: { onGoTo(step: SetupStep): void }) {
  const { t } = useTranslation('setup');
  const { nameByCode } = useMunicipalities();
  const { office, logo, signatories, user } = useFormContext<SetupValues>().getValues();
  const place = [nameByCode.get(office.municipalityCode), t(`settings:paper.${office.paper}`)];
  const answers: Partial<Record<SetupStep, ReactNode>> = {
    office: (
      <>
        {office.name}
        <span className={classes['small']}>{place.filter((part) => part !== undefined).join(' · ')}</span>
      </>
    ),
    logo:
      logo === null ? (
        t('summary.none')
      ) : (
        <img className={classes['thumbnail']} src={pictureAddress(logo)} alt={t('logo.description')} />
      ),
    signatories:
      signatories.length === 0 ? (
        t('summary.none')
      ) : (
        <span className={classes['lines']}>
          {signatories.map(({ name, position }) => `${name} · ${position}`).join('\n')}
        </span>
      ),
    user: (
      <>
        {user.name}
        <span className={classes['small']}>
          {t(user.entry === 'password' ? 'summary.byPassword' : 'summary.byName')}
        </span>
      </>
    ),
  };
  const steps = ['office', 'logo', 'signatories', 'user'] as const;
  return (
    <dl className={classes['summary']}>
      {steps.map((step) => (
        <div key={step}>
          <dt>{t(`steps.${step}`)}</dt>
          <dd>{answers[step]}</dd>
          <dd>
            <Button variant="subtle" aria-label={t(`summary.change.${step}`)} onClick={() => onGoTo(step)}>
              {t('summary.changeIt')}
            </Button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
