import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ObservationCriterion, observationCriteriaDraftSchema } from '../../../domain/observation.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { RowsField } from '../../ui/fields/rows-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import classes from './settings.module.css';

/** By what the office observes its trainers: the criteria of the form, in its order. */
export function ObservationCriteriaPage() {
  const { t } = useTranslation('settings');
  const { can } = useSession();
  const criteria = useQuery(useApi().observations.criteria.queryOptions());
  return (
    <div className={classes['narrow']}>
      {!can('coordinator') && <Notice tone="neutral">{t('coordinatorChanges')}</Notice>}
      <p className={classes['explained']}>{t('observation.text')}</p>
      <Loaded query={criteria}>
        {(all) => (can('coordinator') ? <CriteriaForm criteria={all} /> : <CriteriaList criteria={all} />)}
      </Loaded>
    </div>
  );
}

interface Criteria {
  criteria: readonly ObservationCriterion[];
}

function CriteriaForm({ criteria }: Criteria) {
  const { t } = useTranslation('settings');
  const toast = useToast();
  const setting = useMutation(useApi().observations.setCriteria.mutationOptions());
  return (
    <Form
      // What another window has changed meanwhile is shown once it is saved here too.
      key={criteria.map(({ id }) => id).join()}
      schema={observationCriteriaDraftSchema}
      defaultValues={{ criteria: [...criteria] }}
      onSubmit={async (draft) => {
        await setting.mutateAsync(draft);
        toast.show({
          text: t('observation.saved'),
          undo: () => setting.mutateAsync({ criteria: [...criteria] }),
        });
      }}
    >
      {(field) => (
        <>
          <RowsField
            name={field('criteria').name}
            rowLabel={(number) => t('observation.row', { number })}
            addLabel={t('observation.add')}
            emptyRow={{ id: null, text: '', weight: 1 }}
            empty={t('observation.none')}
            max={20}
          >
            {(prefix) => (
              <div className={classes['criterion']}>
                <TextField name={`${prefix}.text`} label={t('observation.criterion')} required />
                <NumberField
                  name={`${prefix}.weight`}
                  label={t('observation.weight')}
                  min={1}
                  max={5}
                  required
                />
              </div>
            )}
          </RowsField>
          <FormActions submitLabel={t('common:save')} />
        </>
      )}
    </Form>
  );
}

function CriteriaList({ criteria }: Criteria) {
  const { t } = useTranslation('settings');
  return (
    <ol className={classes['themes']}>
      {criteria.map(({ id, text, weight }) => (
        <li key={id}>{weight === 1 ? text : t('trainers:observation.weighted', { text, weight })}</li>
      ))}
    </ol>
  );
}
