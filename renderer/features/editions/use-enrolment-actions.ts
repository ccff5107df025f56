import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Enrolment } from '../../../domain/enrolment.ts';
import { fullName } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useAskForException } from './use-ask-words.tsx';
import { useEnrol } from './use-enrol.ts';
import { useMovedUp } from './use-moved-up.ts';
import { useTakeBack } from '../../parts/use-take-back.ts';

/** What can be done with people of an edition; each says what it did, and who moved up because of it. */
export function useEnrolmentActions(edition: Edition) {
  const { id: editionId } = edition;
  const { t } = useTranslation('editions');
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const takeBack = useTakeBack();
  const withMovedUp = useMovedUp();
  const enrol = useEnrol(edition);
  const askForException = useAskForException();
  const describeError = useDescribeError();
  const withdrawing = useMutation(api.enrolments.withdraw.mutationOptions());
  const readmitting = useMutation(api.enrolments.readmit.mutationOptions());
  const removing = useMutation(api.enrolments.remove.mutationOptions());
  const enrolling = useMutation(api.enrolments.enrol.mutationOptions());
  const declining = useMutation(api.enrolments.decline.mutationOptions());
  const excusing = useMutation(api.enrolments.excuse.mutationOptions());

  const attempt = async (step: () => Promise<void>) => {
    try {
      await step();
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };

  const readmit = (enrolment: Enrolment) =>
    attempt(async () => {
      const { status } = await readmitting.mutateAsync({ enrolmentId: enrolment.id });
      const key = status === 'waiting' || status === 'requested' ? status : 'enrolled';
      toast.show({ text: t(`readmitted.${key}`, { name: fullName(enrolment) }) });
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
      const { personId, prerequisiteReason } = enrolment;
      const order = { editionId, personIds: [personId], exceptionReason: null, prerequisiteReason };
      toast.show({ text, undo: () => enrolling.mutateAsync(order) });
    });

  const giveSeats = async (people: readonly Enrolment[]) => {
    const exceptionReason = await askForException('full');
    if (exceptionReason === null) return false;
    await attempt(async () => {
      const personIds = people.map(({ personId }) => personId);
      const order = { editionId, personIds, exceptionReason, prerequisiteReason: null };
      const { enrolled, done } = await enrolling.mutateAsync(order);
      const text = `${t('enrolMany.enrolled', { count: enrolled.length })}.`;
      toast.show({ text, ...(enrolled.length === 0 ? {} : { undo: takeBack([done]) }) });
    });
    return true;
  };

  /** Accepted together, they take their places in the order in which they asked. */
  const accept = (requests: readonly Enrolment[]) =>
    enrol(
      requests.map((one) => ({ personId: one.personId, name: fullName(one) })),
      'enrol',
    );

  const decline = async (requests: readonly Enrolment[]) => {
    const count = requests.length;
    const names = { count, name: requests[0] === undefined ? '' : fullName(requests[0]) };
    const answer = await confirm({
      title: t('decline.title', names),
      text: t('decline.text'),
      confirmLabel: t('decline.confirm'),
      requireReason: { label: t('decline.reason') },
    });
    if (answer === false) return false;
    await attempt(async () => {
      const enrolmentIds = requests.map(({ id }) => id);
      const { declined, done } = await declining.mutateAsync({ enrolmentIds, reason: answer.reason });
      const text = t('decline.done', { ...names, count: declined.length });
      toast.show({ text, ...(declined.length === 0 ? {} : { undo: takeBack([done]) }) });
    });
    return true;
  };

  const excuse = async (enrolment: Enrolment) => {
    const name = fullName(enrolment);
    const answer = await confirm({
      title: t('excuse.title', { name }),
      text: t('lacks.text'),
      confirmLabel: t('excuse.confirm'),
      requireReason: { label: t('lacks.reason') },
    });
    if (answer === false) return;
    await attempt(async () => {
      const order = { enrolmentIds: [enrolment.id], reason: answer.reason };
      const { excused, done } = await excusing.mutateAsync(order);
      const text = t('excuse.done', { name });
      toast.show({ text, ...(excused.length === 0 ? {} : { undo: takeBack([done]) }) });
    });
  };

  return { withdraw, readmit, remove, giveSeats, accept, decline, excuse };
}
