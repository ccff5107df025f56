import { Button } from '@mantine/core';
import { type MouseEvent, type ReactNode, useContext } from 'react';
import { useFormState } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormRefusalContext } from './form-refusal.ts';
import classes from './form.module.css';
import { Notice } from './notice.tsx';

interface FormActionsProps {
  /** The verb: 'Guardar', 'Crear curso'. */
  submitLabel: string;
  onCancel?: () => void;
  cancelLabel?: string;
  /** Other buttons, at the left of these. */
  children?: ReactNode;
}

/**
 * Leaving a field may show its error and push the buttons down between press and release of the mouse, and the
 * click would be lost; so pressing one leaves the focus where it is.
 */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** The foot of a form: why the service refused, and the buttons, the next step last. */
export function FormActions({ submitLabel, onCancel, cancelLabel, children }: FormActionsProps) {
  const { t } = useTranslation();
  const { isSubmitting } = useFormState();
  const { text } = useContext(FormRefusalContext);
  return (
    <div className={classes['actions']}>
      {text !== null && <Notice tone="danger">{text}</Notice>}
      <div className={classes['buttons']}>
        {children}
        {onCancel !== undefined && (
          <Button onClick={onCancel} onMouseDown={keepFocus}>
            {cancelLabel ?? t('cancel')}
          </Button>
        )}
        <Button
          type="submit"
          variant="filled"
          onMouseDown={keepFocus}
          aria-disabled={isSubmitting}
          aria-busy={isSubmitting}
        >
          {submitLabel}
        </Button>
      </div>
    </div>
  );
}
