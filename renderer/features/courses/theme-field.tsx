import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';

/** The theme a course belongs to; with its programme where the office has several. */
export function ThemeField({ name }: { name: string }) {
  const { t } = useTranslation('courses');
  const api = useApi();
  const programmes = useQuery(api.programmes.list.queryOptions()).data ?? [];
  const options = programmes.flatMap((programme) =>
    programme.themes.map((theme) => ({
      value: theme.id,
      label: programmes.length > 1 ? `${programme.name} · ${theme.name}` : theme.name,
    })),
  );
  return (
    <SelectField
      name={name}
      label={t('form.theme')}
      options={options}
      placeholder={t('form.noTheme')}
      clearable
    />
  );
}
