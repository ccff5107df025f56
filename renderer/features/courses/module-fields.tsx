import { Button } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { RowsField } from '../../ui/fields/rows-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import type { CourseInput } from './course-input.ts';
import classes from './course-form.module.css';

const mostModules = 60;

/** The parts of a course in their order, and whether their hours make up those of the course. */
export function ModuleFields({ name }: { name: string }) {
  const { t } = useTranslation('courses');
  return (
    <>
      <RowsField
        name={name}
        rowLabel={(number) => t('form.moduleNumber', { number })}
        addLabel={t('form.addModule')}
        emptyRow={{ id: null, title: '', hours: 0 }}
        max={mostModules}
        empty={t('form.noModules')}
      >
        {(prefix) => (
          <>
            <TextField name={`${prefix}.title`} label={t('form.module')} />
            <div className={classes['hours']}>
              <NumberField
                name={`${prefix}.hours`}
                label={t('form.moduleHours')}
                min={0}
                max={1000}
                decimals={1}
              />
            </div>
          </>
        )}
      </RowsField>
      <HoursSum />
    </>
  );
}

/** Compares the hours of the modules with those of the course: a hint, never a refusal. */
function HoursSum() {
  const { t } = useTranslation('courses');
  const format = useFormat();
  const { setValue } = useFormContext<CourseInput>();
  const modules = useWatch<CourseInput, 'modules'>({ name: 'modules' });
  const hours = useWatch<CourseInput, 'hours'>({ name: 'hours' });
  if (modules.length === 0) return null;
  const sum = modules.reduce((total, module) => total + (module.hours ?? 0), 0);
  const difference = sum - (hours ?? 0);
  const values = {
    sum: format.number(sum),
    hours: format.number(hours ?? 0),
    difference: format.number(Math.abs(difference)),
  };
  if (difference === 0) return <p className={classes['sum']}>{t('form.sum.equal', values)}</p>;
  return (
    <div className={classes['sum']} role="status">
      {difference < 0 ? t('form.sum.less', values) : t('form.sum.more', values)}
      {sum > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setValue('hours', sum, { shouldDirty: true, shouldValidate: true })}
        >
          {t('form.sum.use', values)}
        </Button>
      )}
    </div>
  );
}
