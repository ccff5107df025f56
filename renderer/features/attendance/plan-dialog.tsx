import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Edition } from '../../../domain/edition.ts';
import { type ScheduleRule, scheduleRuleSchema } from '../../../domain/schedule.ts';
import { findWeeklyHours } from '../../../domain/edition-copy.ts';
import type { EditionId } from '../../../domain/ids.ts';
import type { Session } from '../../../domain/session.ts';
import { useApi } from '../../lib/api.tsx';
import { useTakeBack } from '../../parts/use-take-back.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import classes from './plan-dialog.module.css';
import { PlanFields } from './plan-fields.tsx';
import { SchedulePreview } from './schedule-preview.tsx';
import { type Planner, usePlanner } from './use-planner.ts';

interface PlanDialogProps {
  edition: Edition;
  sessions: readonly Session[];
  /** The edition whose days of the week and hours the form begins with. */
  like: EditionId | null;
  onClose(): void;
}

/** All sessions of a weekly rhythm at once: each of them is shown, and each day left out, before they are made. */
export function PlanDialog(props: PlanDialogProps) {
  const { t } = useTranslation('attendance');
  const { edition, sessions, like } = props;
  const planner = usePlanner(edition, sessions);
  const input = like === null ? skipToken : { editionId: like };
  const model = useQuery(useApi().sessions.list.queryOptions({ input }));
  // Where the other edition is gone, or of somebody else, one begins with an empty week.
  const isReady = planner !== null && (like === null || !model.isPending);
  return (
    <Dialog opened onClose={props.onClose} title={t('sessions.plan')} size={960}>
      {isReady && <PlanForm {...props} planner={planner} hours={findWeeklyHours(model.data ?? [])} />}
    </Dialog>
  );
}

type RuleInput = z.input<typeof scheduleRuleSchema>;

function startRule({ startsOn, endsOn }: Edition, hours: RuleInput['hours']): RuleInput {
  return { from: startsOn, hours, until: 'full', to: endsOn, included: [], excluded: [] };
}

interface PlanFormProps extends PlanDialogProps {
  planner: Planner;
  hours: RuleInput['hours'];
}

function PlanForm({ edition, sessions, planner, hours, onClose }: PlanFormProps) {
  const { t } = useTranslation('attendance');
  const toast = useToast();
  const takeBack = useTakeBack();
  const planning = useMutation(useApi().sessions.plan.mutationOptions());
  const make = async (rule: ScheduleRule) => {
    const drafts = planner.plan(rule).sessions.map((session) => ({
      ...session,
      room: null,
      topic: null,
      moduleId: null,
    }));
    // Why there is nothing to make stands above the empty list.
    if (drafts.length === 0) return;
    const { sessions: made, done } = await planning.mutateAsync({ editionId: edition.id, drafts });
    toast.show({ text: t('sessions.planned', { count: made.length }), undo: takeBack([done]) });
    onClose();
  };
  return (
    <Form schema={scheduleRuleSchema} defaultValues={startRule(edition, hours)} onSubmit={make}>
      {() => (
        <>
          <div className={classes['plan']}>
            <PlanFields sessions={sessions} />
            <SchedulePreview edition={edition} planner={planner} />
          </div>
          <PlanActions planner={planner} onClose={onClose} />
        </>
      )}
    </Form>
  );
}

/** The button says how many it makes. */
function PlanActions({ planner, onClose }: { planner: Planner; onClose(): void }) {
  const { t } = useTranslation('attendance');
  const rule = scheduleRuleSchema.safeParse(useWatch()).data;
  const count = rule === undefined ? 0 : planner.plan(rule).sessions.length;
  const label = count === 0 ? t('sessions.planNothing') : t('sessions.planSubmit', { count });
  return <FormActions submitLabel={label} onCancel={onClose} />;
}
