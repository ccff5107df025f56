import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type LogoDraft, maximumLogoBytes } from '../../../domain/office.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { Notice } from '../../ui/notice.tsx';
import { PicturePicker } from '../../ui/picture-picker.tsx';
import { Section } from '../../ui/section.tsx';
import { useToast } from '../../ui/toast.tsx';
import classes from './settings.module.css';

/** The logo, saved as soon as it is chosen. */
export function OfficeLogo({ logo }: { logo: LogoDraft | null }) {
  const { t } = useTranslation('settings');
  const api = useApi();
  const toast = useToast();
  const describeError = useDescribeError();
  const setting = useMutation(api.office.setLogo.mutationOptions());
  const change = (next: LogoDraft | null) =>
    setting.mutate(next, {
      onSuccess: () =>
        toast.show({
          text: t(next === null ? 'logo.removed' : 'logo.saved'),
          undo: () => setting.mutateAsync(logo),
        }),
    });
  return (
    <Section title={t('logo.title')}>
      <p className={classes['explained']}>{t('logo.text')}</p>
      <PicturePicker
        label={t(logo === null ? 'logo.choose' : 'logo.replace')}
        description={t('logo.description')}
        value={logo}
        maximumBytes={maximumLogoBytes}
        onChange={change}
      />
      {setting.isError && <Notice tone="danger">{describeError(setting.error)}</Notice>}
    </Section>
  );
}
