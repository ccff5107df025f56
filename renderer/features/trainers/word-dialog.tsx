import { useMutation } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AccreditationRule } from '../../../domain/accreditation-rule.ts';
import { type AccreditationWord, findEndOfWord } from '../../../domain/accreditation.ts';
import { type CalendarDate, calendarDateSchema } from '../../../domain/calendar-date.ts';
import type { AccreditationLine } from '../../../domain/contract/trainers.ts';
import { useApi } from '../../lib/api.tsx';
import { today } from '../../lib/date-text.ts';
import { useFormat } from '../../lib/format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { TextareaField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AccreditedByField } from './accredited-by-field.tsx';
import { useAccreditationWords } from '../../parts/use-accreditation-words.ts';
import classes from './trainers.module.css';
import { fieldByRefusal, startWord, wordFormSchema } from './word-form.ts';

interface WordDialogProps {
  /** Of the person, given names first. */
  name: string;
  line: AccreditationLine;
  rule: AccreditationRule | null;
  word: AccreditationWord;
  onClose(): void;
}

/** Says something of somebody's accreditation: since when and why. */
export function WordDialog({ name, line, rule, word, onClose }: WordDialogProps) {
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
            {isGiven && rule !== null && <Holds name={field('on').name} rule={rule} until={state.until} />}
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

interface HoldsProps {
  /** Of the field with the date from which it counts. */
  name: string;
  rule: AccreditationRule;
  /** Until when it holds or held as it stands; null: there is no end, or nothing was said yet. */
  until: CalendarDate | null;
}

/** Until when it would hold by this word, beside until when it holds as it is. */
function Holds({ name, rule, until }: HoldsProps) {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  const on = calendarDateSchema.safeParse(useWatch({ name }));
  if (!on.success) return null;
  const end = findEndOfWord(rule, on.data);
  const goesOn = rule.editionsAYear > 0;
  const said =
    end === null
      ? t('word.holds.open')
      : t(goesOn ? 'word.holds.activity' : 'word.holds.until', { until: format.longDate(end) });
  const now = until === null || until < today() ? null : t('word.now', { until: format.longDate(until) });
  return (
    <p className={classes['note']} role="status">
      {[said, now].filter((part) => part !== null).join(' ')}
    </p>
  );
}
