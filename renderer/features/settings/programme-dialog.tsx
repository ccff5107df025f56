import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type Programme, type ProgrammeDraft, programmeDraftSchema } from '../../../domain/programme.ts';
import { useApi } from '../../lib/api.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RowsField } from '../../ui/fields/rows-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { useToast } from '../../ui/toast.tsx';
import classes from './settings.module.css';

interface ProgrammeDialogProps {
  /** Null: a new one. */
  programme: Programme | null;
  onClose(): void;
}

function toInput(programme: Programme | null): z.input<typeof programmeDraftSchema> {
  if (programme === null) return { name: '', donor: null, themes: [] };
  const { name, donor, themes } = programme;
  return { name, donor, themes: themes.map((theme) => ({ id: theme.id, name: theme.name })) };
}

/** A programme with its themes, in their order. */
export function ProgrammeDialog({ programme, onClose }: ProgrammeDialogProps) {
  const { t } = useTranslation('settings');
  const api = useApi();
  const toast = useToast();
  const creating = useMutation(api.programmes.create.mutationOptions());
  const updating = useMutation(api.programmes.update.mutationOptions());
  const save = async (draft: ProgrammeDraft) => {
    const saved = await (programme === null
      ? creating.mutateAsync(draft)
      : updating.mutateAsync({ ...draft, id: programme.id }));
    toast.show({ text: t('programmes.saved', { name: saved.name }), tone: 'success' });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={
        programme === null ? t('programmes.newTitle') : t('programmes.editTitle', { name: programme.name })
      }
    >
      <Form schema={programmeDraftSchema} defaultValues={toInput(programme)} onSubmit={save}>
        {(field) => (
          <>
            <TextField {...field('name')} label={t('programmes.name')} required autoFocus />
            <TextField
              {...field('donor')}
              label={t('programmes.donor')}
              description={t('programmes.donorHint')}
            />
            <Section title={t('programmes.themes')} level={3}>
              <p className={classes['explained']}>{t('programmes.themesText')}</p>
              <RowsField
                name={field('themes').name}
                rowLabel={(number) => t('programmes.theme', { number })}
                addLabel={t('programmes.addTheme')}
                emptyRow={{ id: null, name: '' }}
                empty={t('programmes.noThemes')}
              >
                {(prefix) => <TextField name={`${prefix}.name`} label={t('programmes.themeName')} required />}
              </RowsField>
            </Section>
            <FormActions submitLabel={t('common:save')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
