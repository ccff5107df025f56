import { Button } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { emptyEnterprise } from '../../../domain/enterprise.ts';
import { Section } from '../../ui/section.tsx';
import { EnterpriseFields } from './enterprise-fields.tsx';
import type { PersonInput } from './person-draft.ts';
import type { PersonFieldsProps } from './person-fields.ts';

const mostOthers = 9;

/** What the person lives from, the main one first; all of it may be left out. */
export function EnterpriseSection({ field }: PersonFieldsProps) {
  const { t } = useTranslation('people');
  const { getValues, setValue } = useFormContext<PersonInput>();
  // A row has an id of its own, so the list's key is not called `id`.
  const others = useFieldArray<PersonInput, 'otherEnterprises', 'key'>({
    name: 'otherEnterprises',
    keyName: 'key',
  });
  const makeMain = (index: number) => {
    const { id = null, ...chosen } = getValues(`otherEnterprises.${index}`);
    const main = getValues('enterprise');
    setValue('enterprise', chosen, { shouldDirty: true });
    others.update(index, { ...main, id });
  };
  return (
    <>
      <Section title={t('section.enterprise')}>
        <EnterpriseFields field={field} at="enterprise" />
      </Section>
      {others.fields.map((row, index) => (
        <Section
          key={row.key}
          level={3}
          title={t('otherEnterprise.title', { number: index + 2 })}
          action={
            <div>
              <Button
                variant="subtle"
                leftSection={<IconArrowUp size={16} aria-hidden />}
                aria-label={`${t('otherEnterprise.makeMain')}: ${t('otherEnterprise.row', { number: index + 2 })}`}
                onClick={() => makeMain(index)}
              >
                {t('otherEnterprise.makeMain')}
              </Button>
              <Button
                variant="subtle"
                leftSection={<IconTrash size={16} aria-hidden />}
                aria-label={t('common:rows.remove', {
                  row: t('otherEnterprise.row', { number: index + 2 }),
                })}
                onClick={() => others.remove(index)}
              >
                {t('common:remove')}
              </Button>
            </div>
          }
        >
          <EnterpriseFields field={field} at={`otherEnterprises.${index}`} />
        </Section>
      ))}
      {others.fields.length < mostOthers && (
        <div>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => others.append({ ...emptyEnterprise, id: null })}
          >
            {t('otherEnterprise.add')}
          </Button>
        </div>
      )}
    </>
  );
}
