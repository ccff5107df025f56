import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../domain/person.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useToast } from '../../ui/toast.tsx';

/** Anonymises somebody, or what came of them since; there is no way back. `anonymise` answers whether it was done. */
export function useAnonymise({ id }: Person) {
  const { t } = useTranslation('people');
  const api = useApi();
  const toast = useToast();
  const describeError = useDescribeError();
  const { mutateAsync, error, isPending } = useMutation(api.people.anonymise.mutationOptions());
  const anonymise = async () => {
    try {
      await mutateAsync({ id });
    } catch {
      return false;
    }
    toast.show({ text: t('anonymise.done'), tone: 'success' });
    return true;
  };
  return { anonymise, error: error === null ? null : describeError(error), isPending };
}
