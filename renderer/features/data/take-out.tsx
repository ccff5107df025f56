import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { KnownDevice, PacketLock } from '../../../domain/packet.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { useLongTask } from '../../lib/use-long-task.ts';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import classes from './data.module.css';
import { LockFields } from './lock-fields.tsx';
import { everyone, listReceivers, readReceiver, safeLockFor } from './receivers.ts';
import { useSavePacket } from './use-save-packet.ts';

const orderSchema = z
  .object({
    forDevice: z.string(),
    lock: z.enum(['devices', 'passphrase', 'open']),
    passphrase: z.string().nullable(),
  })
  .refine(({ lock, passphrase }) => lock !== 'passphrase' || (passphrase ?? '').length >= 8, {
    path: ['passphrase'],
    error: 'passwordTooShort',
  });
type Order = z.infer<typeof orderSchema>;

/** Makes a packet for a PC or for all, and lets it be saved on a stick. */
export function TakeOut({ devices }: { devices: readonly KnownDevice[] }) {
  const { t } = useTranslation('data');
  const api = useApi();
  const format = useFormat();
  const describeError = useDescribeError();
  const task = useLongTask(api.exchange.exportPacket.call);
  const { can } = useSession();
  const save = useSavePacket();
  const others = listReceivers(devices, null);
  const options = [
    { value: everyone, label: t('out.all') },
    ...others.map(({ id, name, lacks }) => ({ value: id, label: t('out.device', { name, count: lacks }) })),
  ];
  const make = async (order: Order) => {
    const made = await task.start(toInput(order));
    if (made !== null) await save(made);
  };
  return (
    <div className={classes['stack']}>
      <p className={classes['explained']}>{t('out.text')}</p>
      {!can('registrar') && <p className={classes['explained']}>{t('out.wholeOffice')}</p>}
      <Form
        schema={orderSchema}
        defaultValues={{
          forDevice: everyone,
          lock: safeLockFor(others),
          passphrase: null,
        }}
        onSubmit={make}
      >
        {(field) => (
          <>
            <SelectField {...field('forDevice')} label={t('out.for')} options={options} />
            <LockFields devices={devices} />
            <FormActions submitLabel={t('out.make')} />
          </>
        )}
      </Form>
      {task.state === 'running' && (
        <ProgressPanel label={t('out.making')} progress={task.progress} onCancel={task.cancel} />
      )}
      {task.state === 'failed' && <Notice tone="danger">{describeError(task.error)}</Notice>}
      {task.state === 'done' && (
        <Notice
          tone="success"
          title={task.result.fileName}
          action={<Button onClick={() => void save(task.result)}>{t('out.saveAgain')}</Button>}
        >
          {t('out.made', {
            count: task.result.entries,
            size: format.number(Math.ceil(task.result.bytes / 1024)),
          })}
        </Notice>
      )}
    </div>
  );
}

function toInput({ forDevice, lock, passphrase }: Order) {
  const locked: PacketLock =
    lock === 'passphrase' ? { kind: 'passphrase', passphrase: passphrase ?? '' } : { kind: lock };
  return {
    forDevice: readReceiver(forDevice),
    lock: locked,
    folder: null,
  };
}
