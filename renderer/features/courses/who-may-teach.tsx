import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AccreditationLevel,
  accreditationLevelSchema,
  type AccreditationRule,
} from '../../../domain/accreditation-rule.ts';
import type { CourseId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './course-form.module.css';
import { RuleDialog } from './rule-dialog.tsx';
import { useRuleActions } from './use-rule-actions.ts';
import { useRuleWords } from './use-rule-words.ts';

/** What it takes to teach a course, level by level. */
export function WhoMayTeach({ courseId }: { courseId: CourseId }) {
  const { t } = useTranslation('trainers');
  const navigate = useNavigate();
  const rules = useQuery(useApi().trainers.rules.queryOptions({ input: { courseId } }));
  return (
    <Section
      title={t('rule.section')}
      action={
        <Button onClick={() => void navigate({ to: '/capacitadores/buscar', search: { courseId } })}>
          {t('find.open')}
        </Button>
      }
    >
      <Loaded query={rules}>
        {(known) => (
          <>
            {known.length === 0 && <p className={classes['sum']}>{t('rule.none')}</p>}
            {accreditationLevelSchema.options.map((level) => (
              <LevelRule
                key={level}
                courseId={courseId}
                level={level}
                rule={known.find((rule) => rule.level === level) ?? null}
              />
            ))}
          </>
        )}
      </Loaded>
    </Section>
  );
}

interface LevelRuleProps {
  courseId: CourseId;
  level: AccreditationLevel;
  rule: AccreditationRule | null;
}

function LevelRule({ courseId, level, rule }: LevelRuleProps) {
  const { t } = useTranslation('trainers');
  const { can } = useSession();
  const { remove } = useRuleActions();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={classes['rule']} aria-label={t(`level.${level}`)}>
      <div className={classes['ruleHead']}>
        <h3>{t(`level.${level}`)}</h3>
        {can('coordinator') && (
          <>
            <Button size="xs" onClick={() => setOpen(true)}>
              {t(rule === null ? 'rule.set' : 'rule.change')}
            </Button>
            {rule !== null && (
              <Button size="xs" color="red" variant="outline" onClick={() => void remove(rule)}>
                {t('rule.remove')}
              </Button>
            )}
          </>
        )}
      </div>
      {rule === null ? (
        <p className={classes['sum']}>{t('rule.noneAtLevel')}</p>
      ) : (
        <RuleInWords rule={rule} />
      )}
      {isOpen && <RuleDialog courseId={courseId} level={level} rule={rule} onClose={() => setOpen(false)} />}
    </section>
  );
}

function RuleInWords({ rule }: { rule: AccreditationRule }) {
  const { t } = useTranslation('trainers');
  const { writeConditions, writeUpkeep } = useRuleWords();
  const conditions = writeConditions(rule);
  return (
    <Facts
      items={[
        {
          label: t('rule.conditions'),
          value: conditions.length === 0 ? t('rule.noConditions') : conditions.join('; '),
        },
        { label: t('rule.upkeep'), value: writeUpkeep(rule).join('; ') },
      ]}
    />
  );
}
