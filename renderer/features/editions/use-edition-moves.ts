import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Edition, EditionStatus } from '../../../domain/edition.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';

type OpenStatus = Exclude<EditionStatus, 'closed'>;

/** The steps an edition can take, each said at the foot of the window and taken back where that is possible. */
export function useEditionMoves({ id: editionId, code, status, certificateCount }: Edition) {
  const { t } = useTranslation('editions');
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const describeError = useDescribeError();
  const moving = useMutation(api.editions.move.mutationOptions());
  const reopening = useMutation(api.editions.reopen.mutationOptions());
  // Left before anything is fetched anew (that waits for the end of a mutation): what is gone cannot be asked for.
  const removing = useMutation(
    api.editions.remove.mutationOptions({ onSuccess: () => navigate({ to: '/cursos' }) }),
  );
  const restoring = useMutation(api.editions.restore.mutationOptions());

  /** Does a step and says so; what the service refuses is said in its place. */
  const attempt = async (step: () => Promise<unknown>, done: string, undo?: () => Promise<unknown>) => {
    try {
      await step();
      toast.show({ text: done, ...(undo === undefined ? {} : { undo }) });
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };

  const moveTo = (to: OpenStatus) =>
    attempt(
      () => moving.mutateAsync({ editionId, to }),
      t(`moved.${to}`, { code }),
      status === 'closed' || status === 'cancelled'
        ? undefined
        : () => moving.mutateAsync({ editionId, to: status }),
    );

  const cancel = async () => {
    const answer = await confirm({
      title: t('cancelEdition.title', { code }),
      text: t('cancelEdition.text'),
      confirmLabel: t('cancelEdition.confirm'),
      danger: true,
    });
    if (answer !== false)
      await attempt(() => moving.mutateAsync({ editionId, to: 'cancelled' }), t('moved.cancelled', { code }));
  };

  const reopen = async () => {
    if (certificateCount > 0) {
      toast.show({ text: t('cannotReopen', { count: certificateCount }) });
      return;
    }
    await attempt(() => reopening.mutateAsync({ editionId }), t('moved.reopened', { code }));
  };

  const remove = async () => {
    const restore = () => restoring.mutateAsync({ editionId });
    await attempt(() => removing.mutateAsync({ editionId }), t('removed', { code }), restore);
  };

  return { moveTo, cancel, reopen, remove };
}
