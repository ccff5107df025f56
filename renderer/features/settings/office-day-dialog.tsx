import { useTranslation } from 'react-i18next';
import { officeDayDraftSchema } from '../../../domain/office-day.ts';
import { today } from '../../lib/date-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FieldGrid } from '../../ui/field-grid.tsx';
import { CheckboxField } from '../../ui/fields/choice-fields.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { useOfficeDayActions } from './use-office-day-actions.ts';

/** From when to when the office is closed, and why; or that it works on the holidays of that time. */
export function OfficeDayDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('settings');
  const { add } = useOfficeDayActions();
  return (
    <Dialog opened onClose={onClose} title={t('officeDays.add')} size={520}>
      <Form
        schema={officeDayDraftSchema}
        defaultValues={{ startsOn: today(), endsOn: today(), name: '', isWorked: false }}
        onSubmit={async (draft) => {
          await add(draft);
          onClose();
        }}
      >
        {(field) => (
          <>
            <TextField
              {...field('name')}
              label={t('officeDays.name')}
              placeholder={t('officeDays.example')}
              required
              autoFocus
            />
            <FieldGrid columns={2}>
              <DateField {...field('startsOn')} label={t('officeDays.from')} required />
              <DateField {...field('endsOn')} label={t('officeDays.to')} required />
            </FieldGrid>
            <CheckboxField
              {...field('isWorked')}
              label={t('officeDays.isWorked')}
              description={t('officeDays.isWorkedHint')}
            />
            <FormActions submitLabel={t('common:save')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
