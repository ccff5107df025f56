import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, Conflict } from '../../../domain/conflict.ts';
import { choiceNeeds, type Resolution } from '../../../domain/conflict-resolution.ts';
import { useSession } from '../../lib/session.tsx';
import { rememberNext } from '../../parts/duplicates/remember-next.ts';
import classes from './conflicts.module.css';
import { useResolve } from './use-resolve.ts';

interface CardProps {
  /** What is the matter, in one sentence. */
  title: string;
  /** Why it is asked. */
  evidence?: ReactNode;
  children?: ReactNode;
}

/** One thing to decide: the matter, both sides, and what can be done. */
export function Card({ title, evidence, children }: CardProps) {
  return (
    <li className={classes['card']}>
      <h3>{title}</h3>
      {evidence !== undefined && <p className={classes['soft']}>{evidence}</p>}
      {children}
    </li>
  );
}

/** The buttons of a card; whoever may do none of it is told who may. */
export function Choices({ conflict, children }: { conflict: Conflict; children: ReactNode }) {
  const { t } = useTranslation('conflicts');
  const { can } = useSession();
  const mayAny = conflict.choices.some((choice) => can(choiceNeeds[choice]));
  if (!can('registrar')) return null;
  return (
    <div className={classes['choices']}>
      {children}
      {!mayAny && <span className={classes['soft']}>{t('coordinatorDecides')}</span>}
    </div>
  );
}

interface ChoiceButtonProps {
  conflict: Conflict;
  choice: Choice;
  label: string;
  /** What the decision says, asked for where it needs words; null: nothing is done. */
  decide(): Resolution | null | Promise<Resolution | null>;
}

/** A button for one decision, for those who may take it. After it the focus goes on to the next card. */
export function ChoiceButton({ conflict, choice, label, decide }: ChoiceButtonProps) {
  const { can } = useSession();
  const resolve = useResolve();
  if (!conflict.choices.includes(choice) || !can(choiceNeeds[choice])) return null;
  const run = async (button: HTMLElement) => {
    const goOn = rememberNext(button);
    const resolution = await decide();
    if (resolution !== null && (await resolve(conflict.key, resolution))) goOn();
  };
  return (
    <Button variant="default" onClick={(event) => void run(event.currentTarget)}>
      {label}
    </Button>
  );
}
