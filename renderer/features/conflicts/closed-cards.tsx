import { useTranslation } from 'react-i18next';
import type { ConflictOf, ResultChangeShown } from '../../../domain/conflict.ts';
import { useFormat } from '../../lib/format.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { Card, ChoiceButton, Choices } from './card.tsx';
import classes from './conflicts.module.css';
import { EditionLink } from './edition-link.tsx';
import { useDoneWords } from '../../parts/duplicates/use-done-words.ts';

/** An edition whose results are not those it was closed with. */
export function EditionChangedCard({ conflict }: { conflict: ConflictOf<'editionChangedAfterClosing'> }) {
  const { t } = useTranslation('conflicts');
  const format = useFormat();
  const { edition, status, closedAt, changes } = conflict;
  const names = { course: edition.courseTitle, code: edition.editionCode, date: format.dateTime(closedAt) };
  return (
    <Card
      title={t('editionChanged.title', names)}
      evidence={
        status === 'closed'
          ? t('editionChanged.evidence')
          : t('editionChanged.moved', { status: t(`editions:status.${status}`) })
      }
    >
      {changes.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('editionChanged.person')}</th>
              <th scope="col">{t('editionChanged.before')}</th>
              <th scope="col">{t('editionChanged.after')}</th>
              <th scope="col">{t('editionChanged.certificates')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <ResultRow key={change.enrolmentId} change={change} />
            ))}
          </tbody>
        </table>
      )}
      <p>
        <EditionLink edition={edition} />
      </p>
      <Choices conflict={conflict}>
        <ChoiceButton
          conflict={conflict}
          choice="acceptResults"
          label={t('choice.acceptResults')}
          decide={() => ({ choice: 'acceptResults' })}
        />
        <ChoiceButton
          conflict={conflict}
          choice="reopen"
          label={t('choice.reopen')}
          decide={() => ({ choice: 'reopen' })}
        />
      </Choices>
    </Card>
  );
}

function ResultRow({ change }: { change: ResultChangeShown }) {
  const { t } = useTranslation('conflicts');
  const { name, before, after, certificates } = change;
  const write = (result: ResultChangeShown['before']) => {
    if (result === null) return t('editionChanged.notThere');
    const grade = result.grade === null ? '' : t('editionChanged.grade', { grade: result.grade });
    return [t(`editions:result.${result.kind}`), grade].filter((part) => part !== '').join(', ');
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{write(before)}</td>
      <td>{write(after)}</td>
      <td>
        {certificates.map(({ certificateId, folio, isEarned }) => (
          <div key={certificateId}>
            <TextLink to="/certificados" search={{ certificateId }}>
              {folio}
            </TextLink>{' '}
            {isEarned ? t('editionChanged.holds') : t('editionChanged.toRevoke')}
          </div>
        ))}
      </td>
    </tr>
  );
}

/** Certificates under one folio. */
export function FolioGivenTwiceCard({ conflict }: { conflict: ConflictOf<'folioGivenTwice'> }) {
  const { t } = useTranslation('conflicts');
  const format = useFormat();
  const confirm = useConfirm();
  const words = useDoneWords();
  const { folio, certificates } = conflict;
  const reissue = async ({ certificateId, name }: (typeof certificates)[number]) => {
    const answer = await confirm({
      title: t('choice.reissue', { name }),
      text: t('folioGivenTwice.reissue', { folio, name }),
      confirmLabel: t('folioGivenTwice.confirm'),
      danger: true,
      requireReason: { label: t('reasonLabel') },
    });
    return answer === false ? null : ({ choice: 'reissue', certificateId, reason: answer.reason } as const);
  };
  return (
    <Card title={t('folioGivenTwice.title', { folio })} evidence={t('folioGivenTwice.evidence')}>
      <ul className={classes['sides']}>
        {certificates.map(({ certificateId, name, edition, issuedOn, made }) => (
          <li key={certificateId} className={classes['side']}>
            <TextLink to="/certificados" search={{ certificateId }}>
              {name}
            </TextLink>
            <EditionLink edition={edition} />
            <span>{t('folioGivenTwice.issued', { date: format.date(issuedOn) })}</span>
            <span className={classes['soft']}>{t('made', { done: words(made) })}</span>
          </li>
        ))}
      </ul>
      <Choices conflict={conflict}>
        {certificates.map((certificate) => (
          <ChoiceButton
            key={certificate.certificateId}
            conflict={conflict}
            choice="reissue"
            label={t('choice.reissue', { name: certificate.name })}
            decide={() => reissue(certificate)}
          />
        ))}
      </Choices>
    </Card>
  );
}
