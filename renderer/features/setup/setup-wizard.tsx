import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { FormProvider, useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDescribeError } from '../../lib/errors.ts';
import { Notice } from '../../ui/notice.tsx';
import { Entrance } from './entrance.tsx';
import entrance from './entrance.module.css';
import { FirstSheet } from './first-sheet.tsx';
import { LogoStep } from './logo-step.tsx';
import { OfficeStep } from './office-step.tsx';
import { keepLogoDraft, keepSetupDraft, readSetupDraft } from './setup-draft.ts';
import { emptySetup, setupFormSchema, type SetupStep, setupSteps, type SetupValues } from './setup-form.ts';
import classes from './setup-wizard.module.css';
import { SignatoriesStep } from './signatories-step.tsx';
import { StepList } from './step-list.tsx';
import { SummaryStep } from './summary-step.tsx';
import { useStartOffice } from './use-start-office.ts';
import { UserStep } from './user-step.tsx';

const stepAfter = (step: SetupStep) => setupSteps[setupSteps.indexOf(step) + 1];
const stepBefore = (step: SetupStep) => setupSteps[setupSteps.indexOf(step) - 1];

/** Asks a few things one after the other; nothing typed is lost on the way back or when the window reloads. */
export function SetupWizard({ onLeave }: { onLeave(): void }) {
  const { t } = useTranslation('setup');
  const describeError = useDescribeError();
  const titleId = useId();
  const [draft] = useState(readSetupDraft);
  const [step, setStep] = useState<SetupStep>(draft?.step ?? 'office');
  const form = useForm<SetupValues>({
    resolver: zodResolver(setupFormSchema),
    defaultValues: draft?.values ?? emptySetup,
  });
  useKeptDraft(form, step);
  const starting = useStartOffice();

  const goOn = async () => {
    const next = stepAfter(step);
    if (step === 'summary' || next === undefined)
      return form.handleSubmit((values) => starting.mutate(values))();
    if (await form.trigger(step, { shouldFocus: true })) setStep(next);
  };
  const goBack = () => {
    const previous = stepBefore(step);
    if (previous === undefined) onLeave();
    else setStep(previous);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!starting.isPending) void goOn();
  };
  if (typeof starting.data === 'string') return <FirstSheet code={starting.data} />;
  return (
    <Entrance aside={<StepList current={step} onGoTo={setStep} />}>
      <title>{t('pageTitle')}</title>
      <FormProvider {...form}>
        {/* The key lets each step find its first field by itself. */}
        <form key={step} noValidate aria-labelledby={titleId} className={classes['form']} onSubmit={submit}>
          <div>
            <p className={classes['place']}>
              {t('steps.place', { number: setupSteps.indexOf(step) + 1, count: setupSteps.length })}
            </p>
            <h1 id={titleId}>{t(`${step}.title`)}</h1>
            <p className={entrance['lead']}>{t(`${step}.text`)}</p>
          </div>
          <StepFields step={step} wasRestored={draft !== null} onGoTo={setStep} />
          {starting.isError && <Notice tone="danger">{describeError(starting.error)}</Notice>}
          <div className={classes['buttons']}>
            <Button onClick={goBack}>{t('common:back')}</Button>
            <Button
              type="submit"
              variant="filled"
              autoFocus={step === 'logo' || step === 'signatories' || step === 'summary'}
              aria-disabled={starting.isPending}
            >
              {step === 'summary' ? t('summary.start') : t('common:next')}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Entrance>
  );
}

interface StepFieldsProps {
  step: SetupStep;
  wasRestored: boolean;
  onGoTo(step: SetupStep): void;
}

function StepFields({ step, wasRestored, onGoTo }: StepFieldsProps) {
  if (step === 'office') return <OfficeStep />;
  if (step === 'logo') return <LogoStep />;
  if (step === 'signatories') return <SignatoriesStep />;
  if (step === 'user') return <UserStep wasRestored={wasRestored} />;
  return <SummaryStep onGoTo={onGoTo} />;
}

/**
 * Writes the draft down with every change and every step, and takes a complaint back as soon as it is mended.
 * Complaints come with "Siguiente" only: one that appeared on leaving a field would move the button away from
 * under the mouse.
 */
function useKeptDraft(form: UseFormReturn<SetupValues>, step: SetupStep): void {
  useEffect(() => {
    keepSetupDraft(step, form.getValues());
    return form.subscribe({
      formState: { values: true },
      callback: ({ values, name }) => {
        keepSetupDraft(step, values);
        if (name === 'logo') keepLogoDraft(values.logo);
        if (step !== 'summary' && form.getFieldState(step).invalid) void form.trigger(step);
      },
    });
  }, [form, step]);
}
