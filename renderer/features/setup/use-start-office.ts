import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../lib/api.tsx';
import { dropSetupDraft } from './setup-draft.ts';
import { type SetupValues, toOfficeSetup } from './setup-form.ts';
import { useEnterOffice } from './use-enter-office.ts';

/** Makes the office and goes in. */
export function useStartOffice() {
  const api = useApi();
  const enterOffice = useEnterOffice();
  return useMutation({
    mutationFn: (values: SetupValues) => api.setup.start.call(toOfficeSetup(values)),
    onSuccess: async () => {
      await enterOffice();
      dropSetupDraft();
    },
  });
}
