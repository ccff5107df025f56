import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/ids.ts';
import { type PersonDraft, personDraftSchema } from '../../../domain/person.ts';
import { TextareaField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { ContactSection } from './contact-section.tsx';
import { EnterpriseSection } from './enterprise-section.tsx';
import { IdentitySection } from './identity-section.tsx';
import { type PersonInput, tidyDraft } from './person-draft.ts';
import classes from './person-sheet.module.css';

interface PersonFormProps {
  /** Null for someone who is being registered. */
  personId: PersonId | null;
  start: PersonInput;
  submitLabel: string;
  onSubmit(draft: PersonDraft): Promise<unknown>;
  onCancel?: () => void;
  /** What stands inside the form without being a field: above all, and below who it is. */
  children?: ReactNode;
  belowIdentity?: ReactNode;
}

/** The sheet of a person: everything on one page; what is not saved is kept. */
export function PersonForm({
  personId,
  start,
  submitLabel,
  onSubmit,
  onCancel,
  children,
  belowIdentity,
}: PersonFormProps) {
  const { t } = useTranslation('people');
  return (
    <Form
      schema={personDraftSchema}
      defaultValues={start}
      onSubmit={(draft) => onSubmit(tidyDraft(draft))}
      draftKey={personId === null ? 'new-person' : `person-${personId}`}
    >
      {(field) => (
        <>
          {children}
          <IdentitySection field={field} />
          {belowIdentity}
          <ContactSection field={field} />
          <EnterpriseSection field={field} />
          <Section title={t('section.notes')}>
            <TextareaField {...field('notes')} label={t('field.notes')} rows={2} />
          </Section>
          <div className={classes['foot']}>
            <FormActions submitLabel={submitLabel} {...(onCancel === undefined ? {} : { onCancel })} />
          </div>
        </>
      )}
    </Form>
  );
}
