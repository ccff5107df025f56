import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person, PersonDraft } from '../../../domain/person.ts';
import { fullName } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useToast } from '../../ui/toast.tsx';
import { toDraft } from './person-draft.ts';

/** Saving and deleting a person, each with a way back; `refusal` says why deleting was refused. */
export function usePersonActions(person: Person) {
  const { t } = useTranslation('people');
  const api = useApi();
  const toast = useToast();
  const navigate = useNavigate();
  const describeError = useDescribeError();
  const updating = useMutation(api.people.update.mutationOptions());
  // Left before anything is fetched anew (that waits for the end of a mutation): what is gone cannot be asked for.
  const removing = useMutation(
    api.people.remove.mutationOptions({ onSuccess: () => navigate({ to: '/personas' }) }),
  );
  const restoring = useMutation(api.people.restore.mutationOptions());
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id } = person;

  const save = async (draft: PersonDraft) => {
    const before = toDraft(person);
    await updating.mutateAsync({ id, draft });
    toast.show({
      text: t('saved'),
      undo: () => updating.mutateAsync({ id, draft: before }),
    });
  };

  const remove = async () => {
    setRefusal(null);
    try {
      await removing.mutateAsync({ id });
    } catch (error) {
      setRefusal(describeError(error));
      return;
    }
    toast.show({
      text: t('removed', { name: fullName(person) }),
      undo: () => restoring.mutateAsync({ id }),
    });
  };

  return { save, remove, refusal, forgetRefusal: () => setRefusal(null) };
}
