import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { KnownDevice } from '../../../domain/packet.ts';
import { useFormat } from '../../lib/format.ts';
import { RadioField } from '../../ui/fields/choice-fields.tsx';
import { PasswordField } from '../../ui/fields/text-field.tsx';
import classes from './data.module.css';
import { listReceivers, readReceiver, safeLockFor } from './receivers.ts';

/** Who can open the packet, and with which password; for other receivers it begins with what is safe for them. */
export function LockFields({ devices }: { devices: readonly KnownDevice[] }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { setValue } = useFormContext();
  const forDevice = readReceiver(useWatch({ name: 'forDevice' }));
  const lock: unknown = useWatch({ name: 'lock' });
  const receivers = listReceivers(devices, forDevice);
  const safe = safeLockFor(receivers);
  useEffect(() => setValue('lock', safe), [setValue, safe]);
  const unable = receivers.filter(({ opensLocked }) => !opensLocked).map(({ name }) => name);
  return (
    <>
      <RadioField
        name="lock"
        label={t('out.lock')}
        options={[
          ...(safe === 'devices' ? [{ value: 'devices', label: t('out.lockDevices') }] : []),
          { value: 'passphrase', label: t('out.lockPassphrase') },
          { value: 'open', label: t('out.lockOpen') },
        ]}
      />
      {unable.length > 0 && (
        <p className={classes['explained']}>
          {t('out.notForDevices', { count: unable.length, names: format.list(unable) })}
        </p>
      )}
      {lock === 'passphrase' && (
        <PasswordField name="passphrase" label={t('passphrase')} description={t('passphraseHint')} required />
      )}
    </>
  );
}
