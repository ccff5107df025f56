import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useApi } from '../../lib/api.tsx';
import { findErrorTag, useDescribeError } from '../../lib/errors.ts';
import { useOfferedPackets } from '../../lib/offered-packets.tsx';
import { useLongTask } from '../../lib/use-long-task.ts';
import { PasswordField } from '../../ui/fields/text-field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import classes from './data.module.css';
import { OutcomeNotice } from './outcome-notice.tsx';

const passphraseSchema = z.object({ passphrase: z.string().min(1, { error: 'required' }) });

/** The first of the packets that came from outside: nothing happens to it without a word. */
function OfferedPacket({ isBusy, onTake }: { isBusy: boolean; onTake(file: File): void }) {
  const { t } = useTranslation('data');
  const { files, withdraw } = useOfferedPackets();
  const [file] = files;
  if (file === undefined) return null;
  const take = () => {
    withdraw(file);
    onTake(file);
  };
  return (
    <Notice
      tone="info"
      title={t('in.offered', { file: file.name })}
      action={
        <>
          <Button variant="subtle" onClick={() => withdraw(file)}>
            {t('in.notNow')}
          </Button>
          <Button disabled={isBusy} onClick={take}>
            {t('in.take')}
          </Button>
        </>
      }
    >
      {files.length > 1 ? t('in.offeredMore', { count: files.length - 1 }) : undefined}
    </Notice>
  );
}

/** Takes in a packet of another PC. */
export function BringIn() {
  const { t } = useTranslation('data');
  const api = useApi();
  const describeError = useDescribeError();
  const task = useLongTask(api.exchange.importPacket.call);
  const [file, setFile] = useState<File | null>(null);
  const tag = findErrorTag(task.error);
  const asksPassphrase = file !== null && (tag === 'PASSPHRASE_NEEDED' || tag === 'WRONG_PASSPHRASE');
  const take = (chosen: File) => {
    setFile(chosen);
    void task.start({ file: chosen, passphrase: null });
  };
  return (
    <div className={classes['stack']}>
      <p className={classes['explained']}>{t('in.text')}</p>
      <OfferedPacket isBusy={task.state === 'running'} onTake={take} />
      <FileDrop
        label={t('in.choose')}
        accept={['.yachay']}
        onFile={take}
        fileName={file?.name ?? null}
        error={task.state === 'failed' && !asksPassphrase ? describeError(task.error) : null}
        compact
      />
      {asksPassphrase && (
        <Form
          key={file.name}
          schema={passphraseSchema}
          defaultValues={{ passphrase: '' }}
          onSubmit={async ({ passphrase }) => task.start({ file, passphrase })}
        >
          {(field) => (
            <>
              <PasswordField
                {...field('passphrase')}
                label={t('passphrase')}
                description={describeError(task.error)}
                autoFocus
                required
              />
              <FormActions submitLabel={t('in.open')} />
            </>
          )}
        </Form>
      )}
      {task.state === 'running' && (
        <ProgressPanel label={t('in.taking')} progress={task.progress} onCancel={task.cancel} />
      )}
      {task.state === 'done' && <OutcomeNotice outcome={task.result} />}
    </div>
  );
}
