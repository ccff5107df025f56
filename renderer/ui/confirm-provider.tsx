import { Button, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, type Confirm, ConfirmContext, type Question } from './confirm.tsx';
import { DialogActions } from './dialog-actions.tsx';
import { Dialog } from './dialog.tsx';

interface Asked {
  question: Question;
  answer(answer: Answer): void;
}

/** Holds the one question that may be open. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const confirm = useCallback<Confirm>(
    (question) =>
      new Promise((resolve) => {
        setAsked({ question, answer: resolve });
        setIsOpen(true);
      }),
    [],
  );
  const close = (answer: Answer) => {
    setIsOpen(false);
    asked?.answer(answer);
  };
  return (
    <ConfirmContext value={confirm}>
      {children}
      <Dialog
        opened={isOpen}
        onClose={() => close(false)}
        title={asked?.question.title ?? ''}
        size={460}
        zIndex={310}
      >
        {asked !== null && <QuestionForm question={asked.question} onAnswer={close} />}
      </Dialog>
    </ConfirmContext>
  );
}

function QuestionForm({ question, onAnswer }: { question: Question; onAnswer(answer: Answer): void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog floats above forms of the page, to which React would hand the event on.
    event.stopPropagation();
    if (question.requireReason !== undefined && reason.trim() === '') setIsMissing(true);
    else onAnswer({ reason: reason.trim() });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Text component="div">{question.text}</Text>
      {question.requireReason !== undefined && (
        <TextInput
          mt={14}
          label={question.requireReason.label}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isMissing ? t('issue.required') : null}
          withAsterisk
          data-autofocus
        />
      )}
      <DialogActions>
        <Button onClick={() => onAnswer(false)}>{t('cancel')}</Button>
        <Button
          type="submit"
          variant={question.danger === true ? 'outline' : 'filled'}
          data-autofocus={question.requireReason === undefined || undefined}
        >
          {question.confirmLabel}
        </Button>
      </DialogActions>
    </form>
  );
}
