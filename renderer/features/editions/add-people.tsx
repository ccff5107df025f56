import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Edition, takesChanges } from '../../../domain/edition.ts';
import { type PersonId, personIdSchema } from '../../../domain/ids.ts';
import { usePeopleSearch } from '../../lib/use-people-search.ts';
import { RemoteSelect } from '../../ui/remote-select.tsx';
import { Segments } from '../../ui/segments.tsx';
import { NewPersonDialog } from './new-person-dialog.tsx';
import classes from './participants-tab.module.css';
import { type Intent, useEnrol } from './use-enrol.ts';

/**
 * Search as you type, Enter enrols (or notes a request) and leaves the field ready for the next; whoever is new is
 * registered here.
 */
export function AddPeople({ edition }: { edition: Edition }) {
  const { t } = useTranslation('editions');
  const search = usePeopleSearch();
  const enrol = useEnrol(edition);
  const [intent, setIntent] = useState<Intent>('enrol');
  const [round, setRound] = useState(0);
  const [newPerson, setNewPerson] = useState<string | null>(null);
  const add = async (personId: PersonId, name: string) => {
    await enrol([{ personId, name }], intent);
    setRound((before) => before + 1);
  };
  return (
    <div className={classes['add']}>
      <RemoteSelect
        key={round}
        label={t(`people.add.${intent}`)}
        placeholder={t('people.addPlaceholder')}
        value={null}
        search={search}
        onChange={(option) => {
          const id = personIdSchema.safeParse(option?.value);
          if (id.success && option !== null) void add(id.data, option.label);
        }}
        onCreate={setNewPerson}
        createLabel={(name) => t('people.create', { name })}
        autoFocus={round > 0}
      />
      {takesChanges(edition.status) && (
        <Segments
          label={t('people.intent.label')}
          value={intent}
          options={(['enrol', 'request'] as const).map((value) => ({
            value,
            label: t(`people.intent.${value}`),
          }))}
          onChange={(value) => setIntent(value === 'request' ? 'request' : 'enrol')}
        />
      )}
      <Button leftSection={<IconUserPlus size={17} stroke={1.75} />} onClick={() => setNewPerson('')}>
        {t('people.new')}
      </Button>
      {newPerson !== null && (
        <NewPersonDialog
          text={newPerson}
          onClose={() => setNewPerson(null)}
          onReady={async (personId, name) => {
            setNewPerson(null);
            await add(personId, name);
          }}
        />
      )}
    </div>
  );
}
