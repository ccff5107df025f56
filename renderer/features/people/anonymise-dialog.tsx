import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnonymisingReview } from '../../../domain/anonymising.ts';
import type { Person } from '../../../domain/person.ts';
import { fullName } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './anonymise-dialog.module.css';
import { useAnonymise } from './use-anonymise.ts';

interface AnonymiseDialogProps {
  person: Person;
  opened: boolean;
  onClose(): void;
}

/** Says what anonymising somebody takes away, what stays and where their name is left, and asks for a word typed out. */
export function AnonymiseDialog({ person, opened, onClose }: AnonymiseDialogProps) {
  const { t } = useTranslation('people');
  const api = useApi();
  const review = useQuery(
    api.people.reviewAnonymising.queryOptions({ input: { id: person.id }, enabled: opened }),
  );
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t('anonymise.title', { name: fullName(person) })}
      size={640}
    >
      <Loaded query={review}>
        {(found) => <Confirmation person={person} review={found} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}

interface ConfirmationProps {
  person: Person;
  review: AnonymisingReview;
  onClose(): void;
}

function Confirmation({ person, review, onClose }: ConfirmationProps) {
  const { t } = useTranslation('people');
  const { anonymise, error, isPending } = useAnonymise(person);
  const [typed, setTyped] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const word = t('anonymise.word');
  const { running, userName } = review;
  const isBlocked = running.length > 0 || userName !== null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim().toLocaleUpperCase() !== word) setIsMissing(true);
    else if (await anonymise()) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={classes['form']}>
      <p>{t('anonymise.lead')}</p>
      <Lines review={review} />
      {running.length > 0 && (
        <Notice tone="warning">
          {t('anonymise.running', { editions: running.map(({ editionCode }) => editionCode).join(', ') })}
        </Notice>
      )}
      {userName !== null && <Notice tone="warning">{t('anonymise.user', { name: userName })}</Notice>}
      {!isBlocked && (
        <TextInput
          label={t('anonymise.wordLabel', { word })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={isMissing ? t('anonymise.wordMissing', { word }) : null}
          autoComplete="off"
          data-autofocus
        />
      )}
      {error !== null && <Notice tone="danger">{error}</Notice>}
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        {!isBlocked && (
          <Button type="submit" variant="outline" color="red" loading={isPending}>
            {t('anonymise.submit')}
          </Button>
        )}
      </DialogActions>
    </form>
  );
}

function Lines({ review }: { review: AnonymisingReview }) {
  const { t } = useTranslation('people');
  const { records, enterprises, enrolments, taught, folios, otherPcs } = review;
  const list = folios.join(', ');
  const counted = (key: string, count: number) => (count === 0 ? [] : [t(key, { count, folios: list })]);
  const groups = [
    {
      title: t('anonymise.goesTitle'),
      lines: [
        t('anonymise.goes.identity'),
        t('anonymise.goes.birthDate'),
        ...counted('anonymise.goes.enterprises', enterprises),
        t('anonymise.goes.words'),
        ...counted('anonymise.goes.records', records - 1),
        t('anonymise.goes.history'),
      ],
    },
    {
      title: t('anonymise.staysTitle'),
      lines: [
        t('anonymise.stays.figures'),
        ...counted('anonymise.stays.enrolments', enrolments),
        ...counted('anonymise.stays.taught', taught),
        t('anonymise.stays.users'),
      ],
    },
    {
      title: t('anonymise.remainsTitle'),
      lines: [
        ...counted('anonymise.remains.folios', folios.length),
        ...counted('anonymise.remains.pcs', otherPcs),
        t('anonymise.remains.log'),
        t('anonymise.remains.backups'),
      ],
    },
  ];
  return groups.map(({ title, lines }) => (
    <section key={title}>
      <h3 className={classes['heading']}>{title}</h3>
      <ul className={classes['lines']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  ));
}
