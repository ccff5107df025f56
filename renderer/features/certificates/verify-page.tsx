import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { Passport } from './passport.tsx';
import { QrImage } from './qr-image.tsx';
import classes from './verify.module.css';

const longestText = 4000;

/** Whether a certificate in the hand is genuine: the text of its QR, as a reader types it, or its folio. */
export function VerifyPage() {
  const { t } = useTranslation('certificates');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const verification = useQuery(
    useApi().certificates.verify.queryOptions({
      input: { text: asked ?? '' },
      enabled: asked !== null,
      gcTime: 0,
    }),
  );
  const ask = (next: string) => {
    setText(next);
    setAsked(next.trim() === '' ? null : next);
    // A reader at the desk scans one after the other: the next text takes the place of this one.
    field.current?.select();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(text);
  };
  return (
    <Page>
      <PageHeader
        title={t('verify.title')}
        subtitle={t('verify.subtitle')}
        trail={[{ label: t('title'), to: '/certificados' }]}
      />
      <form className={classes['ask']} onSubmit={submit}>
        <TextInput
          ref={field}
          size="lg"
          className={classes['field'] ?? ''}
          label={t('verify.label')}
          description={t('verify.hint')}
          value={text}
          maxLength={longestText}
          spellCheck={false}
          autoComplete="off"
          autoFocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" variant="filled" disabled={text.trim() === ''}>
          {t('verify.action')}
        </Button>
      </form>
      <QrImage onText={ask} />
      <div className={classes['answer']} aria-live="polite">
        {asked !== null && (
          <Loaded query={verification}>{(answer) => <Passport verification={answer} asked={asked} />}</Loaded>
        )}
      </div>
    </Page>
  );
}
