import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { maximumLogoBytes } from '../../../domain/office.ts';
import { PicturePicker } from '../../ui/picture-picker.tsx';
import type { SetupValues } from './setup-form.ts';

/** The picture on every document. */
export function LogoStep() {
  const { t } = useTranslation('setup');
  const { field } = useController<SetupValues, 'logo'>({ name: 'logo' });
  return (
    <PicturePicker
      label={t('logo.choose')}
      description={t('logo.description')}
      value={field.value}
      maximumBytes={maximumLogoBytes}
      onChange={field.onChange}
    />
  );
}
