import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { caebSectionSchema } from '../../../domain/enterprise.ts';
import { type Trade, tradesDraftSchema } from '../../../domain/trade.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { RowsField } from '../../ui/fields/rows-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import classes from './settings.module.css';

/** The office's own trades, each with its section. */
export function TradesPage() {
  const { t } = useTranslation('settings');
  const { can } = useSession();
  const trades = useQuery(useApi().trades.list.queryOptions());
  return (
    <div className={classes['narrow']}>
      {!can('coordinator') && <Notice tone="neutral">{t('coordinatorChanges')}</Notice>}
      <p className={classes['explained']}>{t('trades.text')}</p>
      <Loaded query={trades}>
        {(all) => (can('coordinator') ? <TradesForm trades={all} /> : <TradesList trades={all} />)}
      </Loaded>
    </div>
  );
}

function TradesForm({ trades }: { trades: readonly Trade[] }) {
  const { t } = useTranslation('settings');
  const toast = useToast();
  const setting = useMutation(useApi().trades.set.mutationOptions());
  return (
    <Form
      // What another window has changed meanwhile is shown once it is saved here too.
      key={trades.map(({ id }) => id).join()}
      schema={tradesDraftSchema}
      defaultValues={{ trades: [...trades] }}
      onSubmit={async (draft) => {
        await setting.mutateAsync(draft);
        toast.show({ text: t('trades.saved'), tone: 'success' });
      }}
    >
      {(field) => (
        <>
          <RowsField
            name={field('trades').name}
            rowLabel={(number) => t('trades.row', { number })}
            addLabel={t('trades.add')}
            emptyRow={{ id: null, name: '', section: null }}
            empty={t('trades.none')}
            isSorted
          >
            {(prefix) => (
              <>
                <TextField name={`${prefix}.name`} label={t('trades.name')} required />
                <SelectField
                  name={`${prefix}.section`}
                  label={t('trades.section')}
                  options={caebSectionSchema.options.map((letter) => ({
                    value: letter,
                    label: `${letter} · ${t(`people:caeb.${letter}`)}`,
                  }))}
                  searchable
                  clearable
                />
              </>
            )}
          </RowsField>
          <FormActions submitLabel={t('common:save')} />
        </>
      )}
    </Form>
  );
}

function TradesList({ trades }: { trades: readonly Trade[] }) {
  const { t } = useTranslation('settings');
  if (trades.length === 0) return <p className={classes['explained']}>{t('trades.none')}</p>;
  return (
    <ul className={classes['themes']}>
      {trades.map(({ id, name, section }) => (
        <li key={id}>{section === null ? name : `${name} · ${section} · ${t(`people:caeb.${section}`)}`}</li>
      ))}
    </ul>
  );
}
