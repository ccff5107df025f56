import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '../../../domain/import.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Takes a whole import back, after saying what goes with it; says why where it cannot be. */
export function useUndoImport(onUndone: () => void = () => undefined) {
  const { t } = useTranslation('imports');
  const confirm = useConfirm();
  const toast = useToast();
  const describeError = useDescribeError();
  const undoing = useMutation(useApi().imports.undo.mutationOptions());
  const [refusal, setRefusal] = useState<string | null>(null);
  const undo = async ({ id, fileName, created, enrolled, waiting }: ImportSummary) => {
    const people = t('people', { count: created });
    const enrolments = t('enrolments', { count: enrolled + waiting });
    const answer = await confirm({
      title: t('undo.title', { fileName }),
      text: t('undo.text', { people, enrolments }),
      confirmLabel: t('undo.action'),
      danger: true,
    });
    if (answer === false) return;
    setRefusal(null);
    try {
      await undoing.mutateAsync({ id });
      toast.show({ text: t('undo.done', { fileName }), tone: 'success' });
      onUndone();
    } catch (error) {
      setRefusal(describeError(error));
    }
  };
  return { undo, refusal, isUndoing: undoing.isPending };
}
