import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useSession } from '../../lib/session.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';

/**
 * Enrols one person and says what came of it. Where the edition is closed, or full and a coordinator is at the
 * keyboard, it asks for the reason of an exception, which is recorded.
 */
export function useEnrol({ id: editionId, status }: Edition) {
  const { t } = useTranslation('editions');
  const api = useApi();
  const toast = useToast();
  const askForException = useAskForException();
  const { can } = useSession();
  const describeError = useDescribeError();
  const enrolling = useMutation(api.enrolments.enrol.mutationOptions());
  const removing = useMutation(api.enrolments.remove.mutationOptions());

  const enrolOrAsk = async (personId: PersonId) => {
    const order = { editionId, personIds: [personId] };
    if (status === 'closed') {
      const reason = await askForException('closed');
      return reason === null ? null : enrolling.mutateAsync({ ...order, exceptionReason: reason });
    }
    const outcome = await enrolling.mutateAsync({ ...order, exceptionReason: null });
    if (outcome.waiting.length === 0 || !can('coordinator')) return outcome;
    const reason = await askForException('full');
    return reason === null ? outcome : enrolling.mutateAsync({ ...order, exceptionReason: reason });
  };

  return async (personId: PersonId, name: string) => {
    try {
      const outcome = await enrolOrAsk(personId);
      if (outcome === null) return;
      const [enrolmentId] = [...outcome.enrolled, ...outcome.waiting];
      const key =
        enrolmentId === undefined ? 'alreadyThere' : outcome.enrolled.length > 0 ? 'enrolled' : 'waits';
      toast.show({
        text: t(`enrol.${key}`, { name }),
        ...(enrolmentId === undefined || status === 'closed'
          ? {}
          : { undo: () => removing.mutateAsync({ enrolmentId }) }),
      });
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };
}

/** The coordinator's word for enrolling beyond the capacity or into a closed edition; null if it is not given. */
export function useAskForException() {
  const { t } = useTranslation('editions');
  const confirm = useConfirm();
  return async (why: 'full' | 'closed'): Promise<string | null> => {
    const answer = await confirm({
      title: t(`exception.${why}.title`),
      text: t(`exception.${why}.text`),
      confirmLabel: t(`exception.${why}.confirm`),
      requireReason: { label: t('exception.reason') },
    });
    return answer === false ? null : answer.reason;
  };
}
