import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { requiredText } from '../../../domain/field.ts';
import type { KnownDevice } from '../../../domain/packet.ts';
import { useApi } from '../../lib/api.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';

const nameSchema = z.object({ name: requiredText(80) });

/** The name by which people know a PC. */
export function RenameDeviceDialog({ device, onClose }: { device: KnownDevice; onClose(): void }) {
  const { t } = useTranslation('data');
  const api = useApi();
  const renaming = useMutation(api.exchange.renameDevice.mutationOptions());
  return (
    <Dialog opened onClose={onClose} title={t('devices.rename')}>
      <Form
        schema={nameSchema}
        defaultValues={{ name: device.name }}
        onSubmit={async ({ name }) => {
          await renaming.mutateAsync({ deviceId: device.id, name });
          onClose();
        }}
      >
        {(field) => (
          <>
            <TextField {...field('name')} label={t('devices.name')} required autoFocus />
            <FormActions submitLabel={t('common:save')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
