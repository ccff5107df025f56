import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/ids.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FieldGrid } from '../../ui/field-grid.tsx';
import { ChoiceField } from '../../ui/fields/choice-fields.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { newPersonSchema, startNewPerson, toPersonDraft } from './new-person.ts';
import { SimilarPeople } from './similar-people.tsx';

interface NewPersonDialogProps {
  /** What was typed into the search: a name or an identity number. */
  text: string;
  onClose(): void;
  /** The person was registered, or recognised as one the office knows. */
  onReady(personId: PersonId, name: string): Promise<void>;
}

/** Someone the office does not know yet, with what is needed at the desk; the rest can wait for the person's page. */
export function NewPersonDialog({ text, onClose, onReady }: NewPersonDialogProps) {
  const { t } = useTranslation('editions');
  const api = useApi();
  const [isNot, setIsNot] = useState<readonly PersonId[]>([]);
  const creating = useMutation(api.people.create.mutationOptions());
  return (
    <Dialog opened onClose={onClose} title={t('newPerson.title')} size={640}>
      <Form
        schema={newPersonSchema}
        defaultValues={startNewPerson(text)}
        onSubmit={async (values) => {
          const person = await creating.mutateAsync({ ...toPersonDraft(values), isNot: [...isNot] });
          await onReady(person.id, surnamesFirst(person));
        }}
      >
        {(field) => (
          <>
            <FieldGrid columns={2}>
              <TextField {...field('paternalSurname')} label={t('newPerson.paternalSurname')} autoFocus />
              <TextField {...field('maternalSurname')} label={t('newPerson.maternalSurname')} />
              <TextField {...field('givenNames')} label={t('newPerson.givenNames')} required />
              <TextField
                {...field('identityCard')}
                label={t('newPerson.identityCard')}
                placeholder="1234567-1A CB"
              />
              <TextField {...field('phone')} label={t('newPerson.phone')} inputMode="tel" />
              <TextField {...field('community')} label={t('newPerson.community')} />
              <ChoiceField
                {...field('sex')}
                label={t('newPerson.sex')}
                options={[
                  { value: 'F', label: t('newPerson.woman') },
                  { value: 'M', label: t('newPerson.man') },
                ]}
              />
              <DateField {...field('birthDate')} label={t('newPerson.birthDate')} past />
            </FieldGrid>
            <SimilarPeople isNot={isNot} onTellApart={setIsNot} onChoose={onReady} />
            <FormActions submitLabel={t('newPerson.submit')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
