import { Button } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { deviceIdSchema } from '../../../domain/ids.ts';
import type { KnownDevice, PacketLock } from '../../../domain/packet.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { useLongTask } from '../../lib/use-long-task.ts';
import { RadioField } from '../../ui/fields/choice-fields.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { PasswordField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import classes from './data.module.css';
import { useSavePacket } from './use-save-packet.ts';

const everyone = 'all';

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
  const save = useSavePacket();
  const others = devices.filter(({ isThis, retiredAt }) => !isThis && retiredAt === null);
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
      <Form
        schema={orderSchema}
        defaultValues={{
          forDevice: everyone,
          lock: others.length > 0 ? 'devices' : 'open',
          passphrase: null,
        }}
        onSubmit={make}
      >
        {(field) => (
          <>
            <SelectField {...field('forDevice')} label={t('out.for')} options={options} />
            <RadioField
              {...field('lock')}
              label={t('out.lock')}
              options={[
                ...(others.length > 0 ? [{ value: 'devices', label: t('out.lockDevices') }] : []),
                { value: 'passphrase', label: t('out.lockPassphrase') },
                { value: 'open', label: t('out.lockOpen') },
              ]}
            />
            <PassphraseWhereAsked name={field('passphrase').name} />
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

/** Only where the packet is to be locked with one. */
function PassphraseWhereAsked({ name }: { name: string }) {
  const { t } = useTranslation('data');
  const lock: unknown = useWatch({ name: 'lock' });
  if (lock !== 'passphrase') return null;
  return <PasswordField name={name} label={t('passphrase')} description={t('passphraseHint')} required />;
}

function toInput({ forDevice, lock, passphrase }: Order) {
  const locked: PacketLock =
    lock === 'passphrase' ? { kind: 'passphrase', passphrase: passphrase ?? '' } : { kind: lock };
  return {
    forDevice: forDevice === everyone ? null : deviceIdSchema.parse(forDevice),
    lock: locked,
    folder: null,
  };
}
