import { type FieldPath, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../../ui/fields/choice-fields.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { FieldGrid } from '../../ui/field-grid.tsx';
import type { CourseInput } from './course-input.ts';
import classes from './course-form.module.css';

const mostMonths = 600;

/** Which certificates the course gives, and how long they hold. */
export function CertificateFields({ field }: { field: (name: FieldPath<CourseInput>) => { name: string } }) {
  const { t } = useTranslation('courses');
  const [givesApproval, givesParticipation] = useWatch<CourseInput, ['givesApproval', 'givesParticipation']>({
    name: ['givesApproval', 'givesParticipation'],
  });
  return (
    <FieldGrid columns={2}>
      <div className={classes['kinds']}>
        <CheckboxField {...field('givesApproval')} label={t('form.givesApproval')} />
        <CheckboxField {...field('givesParticipation')} label={t('form.givesParticipation')} />
        {!givesApproval && !givesParticipation && (
          <p className={classes['sum']} role="status">
            {t('form.givesNone')}
          </p>
        )}
      </div>
      <NumberField
        {...field('validityMonths')}
        label={t('form.validityMonths')}
        description={t('form.validityHint')}
        min={1}
        max={mostMonths}
      />
    </FieldGrid>
  );
}
