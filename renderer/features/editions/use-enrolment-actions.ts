import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Enrolment } from '../../../domain/enrolment.ts';
import { fullName } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useAskForException } from './use-enrol.ts';

/** What can be done with someone of an edition; each says what it did, and who moved up because of it. */
export function useEnrolmentActions({ id: editionId }: Edition) {
  const { t } = useTranslation('editions');
  const api = useApi();
  const format = useFormat();
  const toast = useToast();
  const confirm = useConfirm();
  const askForException = useAskForException();
  const describeError = useDescribeError();
  const withdrawing = useMutation(api.enrolments.withdraw.mutationOptions());
  const readmitting = useMutation(api.enrolments.readmit.mutationOptions());
  const removing = useMutation(api.enrolments.remove.mutationOptions());
  const enrolling = useMutation(api.enrolments.enrol.mutationOptions());

  const attempt = async (step: () => Promise<void>) => {
    try {
      await step();
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };
  /** 'Se retiró a Juana. Pasan de la espera: Ana y Luz.' */
  const withMovedUp = (text: string, movedUp: readonly Enrolment[]) =>
    movedUp.length === 0
      ? text
      : `${text} ${t('movedUp', { count: movedUp.length, names: format.list(movedUp.map(fullName)) })}`;

  const readmit = (enrolment: Enrolment) =>
    attempt(async () => {
      const { status } = await readmitting.mutateAsync({ enrolmentId: enrolment.id });
      toast.show({
        text: t(status === 'waiting' ? 'readmitted.waiting' : 'readmitted.enrolled', {
          name: fullName(enrolment),
        }),
      });
    });

  const withdraw = async (enrolment: Enrolment) => {
    const name = fullName(enrolment);
    const answer = await confirm({
      title: t('withdraw.title', { name }),
      text: t('withdraw.text'),
      confirmLabel: t('withdraw.confirm'),
      requireReason: { label: t('withdraw.reason') },
    });
    if (answer === false) return;
    await attempt(async () => {
      const { movedUp } = await withdrawing.mutateAsync({ enrolmentId: enrolment.id, reason: answer.reason });
      const text = withMovedUp(t('withdrawn', { name }), movedUp);
      // Once someone else has the seat, taking the withdrawal back would not return it.
      toast.show({ text, ...(movedUp.length > 0 ? {} : { undo: () => readmit(enrolment) }) });
    });
  };

  const remove = (enrolment: Enrolment) =>
    attempt(async () => {
      const { movedUp } = await removing.mutateAsync({ enrolmentId: enrolment.id });
      const text = withMovedUp(t('enrolmentRemoved', { name: fullName(enrolment) }), movedUp);
      const enrolAgain = () =>
        enrolling.mutateAsync({ editionId, personIds: [enrolment.personId], exceptionReason: null });
      toast.show({ text, undo: enrolAgain });
    });

  const giveSeat = async (enrolment: Enrolment) => {
    const exceptionReason = await askForException('full');
    if (exceptionReason === null) return;
    await attempt(async () => {
      await enrolling.mutateAsync({ editionId, personIds: [enrolment.personId], exceptionReason });
      toast.show({ text: t('enrol.enrolled', { name: fullName(enrolment) }) });
    });
  };

  return { withdraw, readmit, remove, giveSeat };
}
