import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccreditationWord } from '../../../domain/accreditation.ts';
import type { AccreditationLine } from '../../../domain/contract/trainers.ts';
import { useApi } from '../../lib/api.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { TextareaField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AccreditedByField } from './accredited-by-field.tsx';
import { useAccreditationWords } from '../../parts/use-accreditation-words.ts';
import { fieldByRefusal, startWord, wordFormSchema } from './word-form.ts';

interface WordDialogProps {
  /** Of the person, given names first. */
  name: string;
  line: AccreditationLine;
  word: AccreditationWord;
  onClose(): void;
}

/** Says something of somebody's accreditation: since when and why. */
export function WordDialog({ name, line, word, onClose }: WordDialogProps) {
  const { t } = useTranslation('trainers');
  const { writeReason } = useAccreditationWords();
  const toast = useToast();
  const saying = useMutation(useApi().trainers.say.mutationOptions());
  const { personId, courseId, level, state } = line;
  const isGiven = word === 'accredited' || word === 'renewed';
  const isEarly = word === 'accredited' && state.reason !== 'readyToAccredit';
  return (
    <Dialog opened onClose={onClose} title={t(`word.title.${word}`, { name })} size={520}>
      <Form
        schema={wordFormSchema}
        defaultValues={startWord()}
        fieldByError={fieldByRefusal}
        onSubmit={async (said) => {
          await saying.mutateAsync({ personId, courseId, level, word, ...said });
          toast.show({ text: t(`word.done.${word}`, { name }), tone: 'success' });
          onClose();
        }}
      >
        {(field) => (
          <>
            {isEarly && <Notice tone="warning">{writeReason(state)}</Notice>}
            <DateField {...field('on')} label={t(`word.on.${word}`)} past required />
            {isGiven && (
              <AccreditedByField {...field('accreditedBy')} courseId={courseId} personId={personId} />
            )}
            <TextareaField
              {...field('reason')}
              label={t('word.reason')}
              description={t(`word.reasonHint.${word}`)}
              rows={2}
              required={word === 'suspended' || word === 'lifted'}
            />
            <FormActions submitLabel={t(`word.verb.${word}`)} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
