import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useToast } from '../../ui/toast.tsx';
import classes from './duplicates.module.css';
import { MergeDialog } from './merge-dialog.tsx';
import { rememberNext } from './remember-next.ts';

/** What can be done about two records that may be one human. After it the focus goes on to the next card. */
export function PairActions({ ids }: { ids: readonly [PersonId, PersonId] }) {
  const { t } = useTranslation('duplicates');
  const tellApart = useTellApart();
  const [goOn, setGoOn] = useState<(() => void) | null>(null);
  const separate = async (button: HTMLElement) => {
    const next = rememberNext(button);
    if (await tellApart(ids)) next();
  };
  return (
    <div className={classes['choices']}>
      <Button
        variant="default"
        onClick={(event) => {
          const next = rememberNext(event.currentTarget);
          setGoOn(() => next);
        }}
      >
        {t('merge')}
      </Button>
      <Button variant="default" onClick={(event) => void separate(event.currentTarget)}>
        {t('twoPeople')}
      </Button>
      {goOn !== null && (
        <MergeDialog
          ids={ids}
          onClose={() => setGoOn(null)}
          onMerged={() => {
            setGoOn(null);
            goOn();
          }}
        />
      )}
    </div>
  );
}

/** Says that two records are two people; the message takes it back. Answers whether it was done. */
function useTellApart() {
  const { t } = useTranslation('duplicates');
  const api = useApi();
  const toast = useToast();
  const describe = useDescribeError();
  const { mutateAsync } = useMutation(api.people.tellApart.mutationOptions());
  const takeBack = useMutation(api.conflicts.takeBack.mutationOptions());
  return async ([firstId, secondId]: readonly [PersonId, PersonId]): Promise<boolean> => {
    try {
      const { words } = await mutateAsync({ firstId, secondId });
      toast.show({ text: t('toldApart'), tone: 'success', undo: () => takeBack.mutateAsync({ words }) });
      return true;
    } catch (error) {
      toast.show({ text: describe(error), tone: 'danger' });
      return false;
    }
  };
}
