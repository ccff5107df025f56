import { useTranslation } from 'react-i18next';
import {
  type AccreditationLevel,
  accreditationPresets,
  type AccreditationRule,
} from '../../../domain/accreditation-rule.ts';
import type { CourseId } from '../../../domain/ids.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { ConditionFields, UpkeepFields } from './rule-fields.tsx';
import { ruleFormSchema, toRequirements } from './rule-form.ts';
import { RulePresets } from './rule-presets.tsx';
import { useRuleActions } from './use-rule-actions.ts';

interface RuleDialogProps {
  courseId: CourseId;
  level: AccreditationLevel;
  /** Null: there is none yet. */
  rule: AccreditationRule | null;
  onClose(): void;
}

/** What it takes to teach a course at a level, and to go on teaching it. */
export function RuleDialog({ courseId, level, rule, onClose }: RuleDialogProps) {
  const { t } = useTranslation('trainers');
  const { save } = useRuleActions();
  return (
    <Dialog opened onClose={onClose} title={t(`rule.title.${level}`)} size={720}>
      <Form
        schema={ruleFormSchema}
        defaultValues={rule === null ? accreditationPresets.own : toRequirements(rule)}
        onSubmit={async (requirements) => {
          await save({ courseId, level, ...requirements });
          onClose();
        }}
      >
        {(field) => (
          <>
            <RulePresets />
            <ConditionFields field={field} />
            <UpkeepFields field={field} />
            <FormActions submitLabel={t('common:save')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
