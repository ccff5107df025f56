import { useTranslation } from 'react-i18next';
import type { PersonEvent } from '../../../domain/person.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './person-timeline.module.css';

/** What was recorded of somebody beside the editions. */
export function EventEntry({ event }: { event: PersonEvent }) {
  const format = useFormat();
  const { title, facts } = useWords(event);
  return (
    <li data-as={event.what === 'said' || event.what === 'observed' ? 'trainer' : 'participant'}>
      <div className={classes['when']}>{format.longDate(event.on)}</div>
      {title}
      {facts.length > 0 && <div className={classes['facts']}>{facts.join(' · ')}</div>}
    </li>
  );
}

function useWords(event: PersonEvent): { title: string; facts: string[] } {
  const { t } = useTranslation('people');
  const format = useFormat();
  switch (event.what) {
    case 'said': {
      const by = event.by === null ? null : t('timeline.saidBy', { name: event.by });
      const title = t('timeline.said', {
        course: event.courseTitle,
        word: t(`trainers:said.${event.word}`),
        level: t(`trainers:level.${event.level}`),
      });
      return { title, facts: [by, event.reason].filter((fact) => fact !== null) };
    }
    case 'observed': {
      const { courseTitle: course, observer: name, remarks, score } = event;
      return {
        title:
          score === null
            ? t('timeline.observedOnly', { course })
            : t('timeline.observed', { course, score: format.number(score) }),
        facts: [t('timeline.observer', { name }), remarks].filter((fact) => fact !== null),
      };
    }
    case 'merged':
      return { title: t('timeline.merged', { name: event.name }), facts: [] };
    case 'registered': {
      const { fileName: file } = event;
      return {
        title: file === null ? t('timeline.registered') : t('timeline.registeredBy', { file }),
        facts: [],
      };
    }
  }
}
