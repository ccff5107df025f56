import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { roleSchema } from '../../../domain/role.ts';
import { useField } from '../../ui/fields/use-field.ts';

/** What a user may do, each with its explanation, from most to least. */
export function RoleField({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation('settings');
  const { value, change, error } = useField(name);
  return (
    <Radio.Group
      name={name}
      label={label}
      value={typeof value === 'string' ? value : null}
      onChange={change}
      error={error}
      withAsterisk
    >
      <Stack gap={8} pt={4}>
        {roleSchema.options.toReversed().map((role) => (
          <Radio key={role} value={role} label={t(`app:role.${role}`)} description={t(`users.may.${role}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
