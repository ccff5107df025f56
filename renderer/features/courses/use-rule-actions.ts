import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccreditationRule } from '../../../domain/accreditation-rule.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Setting a rule, and removing one after a question, with a way back. */
export function useRuleActions() {
  const { t } = useTranslation('trainers');
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const describeError = useDescribeError();
  const setting = useMutation(api.trainers.setRule.mutationOptions());
  const removing = useMutation(api.trainers.removeRule.mutationOptions());

  const save = async (rule: AccreditationRule) => {
    await setting.mutateAsync(rule);
    toast.show({ text: t('rule.saved'), tone: 'success' });
  };

  const remove = async (rule: AccreditationRule) => {
    const { courseId, level } = rule;
    const answer = await confirm({
      title: t('rule.removeTitle'),
      text: t('rule.removeText'),
      confirmLabel: t('rule.remove'),
      danger: true,
    });
    if (answer === false) return;
    try {
      await removing.mutateAsync({ courseId, level });
      toast.show({ text: t('rule.removed'), undo: () => setting.mutateAsync(rule) });
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };
  return { save, remove };
}
