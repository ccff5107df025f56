import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { type DefaultValues, type FieldPath, type FieldValues, FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { findErrorField, findErrorTag, useDescribeError } from '../lib/errors.ts';
import { DraftKeeper, useFormDraft } from './form-draft.ts';
import { type FormRefusal, FormRefusalContext, noRefusal } from './form-refusal.ts';
import classes from './form.module.css';
import { useLeaveGuard } from './leave-guard.ts';
import { Notice } from './notice.tsx';

export interface FormProps<Input extends FieldValues, Output> {
  schema: z.ZodType<Output, Input>;
  defaultValues: DefaultValues<Input>;
  /** Saves. What it throws is shown: at its field if the error names one, otherwise above the buttons. */
  onSubmit(values: Output): Promise<unknown>;
  /** The field that an error belongs to which does not name one itself: `{ CODE_TAKEN: 'code' }`. */
  fieldByError?: Readonly<Record<string, FieldPath<Input>>>;
  /** Keeps what was typed, under this name, until it is saved or discarded; without it leaving asks first. */
  draftKey?: string;
  children(field: (name: FieldPath<Input>) => { name: string }): ReactNode;
}

/** A form on one of the domain's schemas: Enter saves, errors stand at their field, nothing typed is lost. */
export function Form<Input extends FieldValues, Output>({
  schema,
  defaultValues,
  onSubmit,
  fieldByError,
  draftKey,
  children,
}: FormProps<Input, Output>) {
  const { t } = useTranslation();
  const describeError = useDescribeError();
  const resolver = zodResolver<Input, unknown, Output>(schema);
  const form = useForm<Input, unknown, Output>({ resolver, defaultValues, mode: 'onTouched' });
  const draft = useFormDraft(draftKey, form, defaultValues);
  const isSaving = useRef(false);
  useLeaveGuard(form.formState.isDirty && draftKey === undefined, isSaving);
  const [refusal, setRefusal] = useState<FormRefusal>(noRefusal);

  const submit = async (values: Output) => {
    isSaving.current = true;
    setRefusal(noRefusal);
    try {
      await onSubmit(values);
      draft.drop();
      form.reset(form.getValues());
    } catch (error) {
      const text = describeError(error);
      const known = fieldByError?.[findErrorTag(error) ?? ''];
      const field = known ?? findErrorField(error);
      const hasField = field !== null && field in form.getValues();
      setRefusal(hasField ? { text: null, fields: { [field]: text } } : { text, fields: {} });
      if (known !== undefined) form.setFocus(known);
    } finally {
      isSaving.current = false;
    }
  };
  const save = (event: FormEvent) => {
    // A form in a dialog stands inside the form of the page, as React sees it.
    event.stopPropagation();
    void form.handleSubmit(submit)(event);
  };

  return (
    <FormProvider {...form}>
      <FormRefusalContext value={refusal}>
        <form className={classes['form']} noValidate onSubmit={save}>
          {draft.wasRestored && (
            <Notice tone="info" action={<Button onClick={draft.discard}>{t('draft.discard')}</Button>}>
              {t('draft.restored')}
            </Notice>
          )}
          {draftKey !== undefined && <DraftKeeper draftKey={draftKey} />}
          {children((name) => ({ name }))}
        </form>
      </FormRefusalContext>
    </FormProvider>
  );
}
