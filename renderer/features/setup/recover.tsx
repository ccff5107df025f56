import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { userIdSchema } from '../../../domain/ids.ts';
import { isWholeRecoveryCode } from '../../../domain/recovery-code.ts';
import { passwordSchema, type User } from '../../../domain/user.ts';
import { useApi } from '../../lib/api.tsx';
import { useRefreshSession } from '../../lib/session.tsx';
import { FieldGrid } from '../../ui/field-grid.tsx';
import { RadioField } from '../../ui/fields/choice-fields.tsx';
import { PasswordField, TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { NewSheet } from './new-sheet.tsx';
import { TryAgainLater } from './try-again-later.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

const recoverSchema = z
  .object({
    code: z.string().refine(isWholeRecoveryCode, { error: 'wholeRecoveryCode' }),
    userId: userIdSchema,
    password: passwordSchema,
    passwordAgain: z.string(),
  })
  .refine(({ password, passwordAgain }) => password === passwordAgain, {
    path: ['passwordAgain'],
    error: 'passwordsDiffer',
  });

interface RecoverProps {
  coordinators: readonly User[];
  chosen: User;
  onBack(): void;
}

/** A new password for a coordinator, in exchange for the code of the recovery sheet. */
export function Recover({ coordinators, chosen, onBack }: RecoverProps) {
  const { t } = useTranslation('access');
  const api = useApi();
  const refreshSession = useRefreshSession();
  const [isDone, setIsDone] = useState(false);
  const recovering = useMutation(api.setup.recover.mutationOptions());
  const secondsLeft = useSecondsLeft(recovering.error);
  if (isDone) return <NewSheet onDone={() => void refreshSession()} />;
  return (
    <Form
      schema={recoverSchema}
      fieldByError={{ WRONG_CODE: 'code' }}
      defaultValues={{ code: '', userId: chosen.id, password: '', passwordAgain: '' }}
      onSubmit={async ({ code, userId, password }) => {
        await recovering.mutateAsync({ code, userId, password });
        setIsDone(true);
      }}
    >
      {(field) => (
        <>
          <p>{t('recover.text')}</p>
          <TextField
            {...field('code')}
            label={t('recover.code')}
            description={t('recover.codeHint')}
            autoComplete="off"
            required
            autoFocus
          />
          {coordinators.length > 1 && (
            <RadioField
              {...field('userId')}
              label={t('recover.who')}
              options={coordinators.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <FieldGrid columns={2}>
            <PasswordField
              {...field('password')}
              label={t('recover.password')}
              description={t('settings:password.hint')}
              required
            />
            <PasswordField
              {...field('passwordAgain')}
              label={t('settings:password.again')}
              description={t('settings:password.againHint')}
              required
            />
          </FieldGrid>
          <TryAgainLater seconds={secondsLeft} />
          <FormActions submitLabel={t('recover.submit')} onCancel={onBack} />
        </>
      )}
    </Form>
  );
}
