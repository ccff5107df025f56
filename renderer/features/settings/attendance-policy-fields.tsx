import { NumberInput, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useField } from '../../ui/fields/use-field.ts';
import classes from './settings.module.css';

const usualLates = 3;

/** How late marks and leaves count, in plain words. */
export function AttendancePolicyFields({ name }: { name: string }) {
  return (
    <>
      <LatesField name={`${name}.latesPerAbsence`} />
      <LeaveField name={`${name}.leave`} />
    </>
  );
}

/** Null: a late mark counts as present. While the number is being typed it may be empty. */
function LatesField({ name }: { name: string }) {
  const { t } = useTranslation('settings');
  const { value, change, ref, onBlur, error } = useField(name);
  const counts = value !== null;
  return (
    <Radio.Group
      label={t('policy.lates')}
      value={counts ? 'absence' : 'present'}
      onChange={(choice) => change(choice === 'absence' ? usualLates : null)}
      error={error}
    >
      <div className={classes['choices']}>
        <Radio value="present" label={t('policy.latesPresent')} />
        <Radio value="absence" label={t('policy.latesAbsence')} />
        {counts && (
          <NumberInput
            ref={ref}
            className={classes['lates'] ?? ''}
            label={t('policy.latesNumber')}
            value={typeof value === 'number' ? value : ''}
            onChange={change}
            onBlur={onBlur}
            error={error !== null}
            min={2}
            max={20}
            clampBehavior="none"
            allowDecimal={false}
            allowNegative={false}
          />
        )}
      </div>
    </Radio.Group>
  );
}

function LeaveField({ name }: { name: string }) {
  const { t } = useTranslation('settings');
  const { value, change, error } = useField(name);
  return (
    <Radio.Group
      label={t('policy.leave')}
      value={typeof value === 'string' ? value : null}
      onChange={change}
      error={error}
    >
      <div className={classes['choices']}>
        <Radio value="neutral" label={t('policy.leaveNeutral')} />
        <Radio value="absent" label={t('policy.leaveAbsent')} />
      </div>
    </Radio.Group>
  );
}
