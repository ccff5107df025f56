import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../lib/api.tsx';
import { dropSetupDraft } from './setup-draft.ts';
import { type SetupValues, toOfficeSetup } from './setup-form.ts';
import { useEnterOffice } from './use-enter-office.ts';

/**
 * Makes the office and goes in; where its coordinator has a password, the code of the recovery sheet comes first and
 * is answered. Whoever has none can forget none.
 */
export function useStartOffice() {
  const api = useApi();
  const enterOffice = useEnterOffice();
  return useMutation({
    mutationFn: async (values: SetupValues) => {
      const user = await api.setup.start.call(toOfficeSetup(values));
      dropSetupDraft();
      if (!user.hasPassword) return null;
      // The office stands: without a sheet one can still go in, and make it in the settings.
      const made = await api.users.makeRecoveryCode.call().catch(() => null);
      return made?.code ?? null;
    },
    onSuccess: async (code) => {
      if (code === null) await enterOffice();
    },
  });
}
