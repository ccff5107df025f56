import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { foldText } from '../../domain/text.ts';
import { useApi } from '../lib/api.tsx';
import { SuggestField } from '../ui/fields/suggest-field.tsx';

/** Where an edition meets: the places of the office are offered. */
export function PlaceField({ name }: { name: string }) {
  const { t } = useTranslation('editions');
  const places = useQuery(useApi().sessions.places.queryOptions()).data ?? [];
  return (
    <SuggestField
      name={name}
      label={t('form.place')}
      placeholder={t('form.placeExample')}
      suggestions={places.map(({ place }) => place)}
      required
    />
  );
}

interface RoomFieldProps {
  name: string;
  /** Where it is. */
  place: string;
  /** Where they meet if nothing is written. */
  usual?: string | null;
}

/** A room of a place: those in which the office has met there are offered. */
export function RoomField({ name, place, usual = null }: RoomFieldProps) {
  const { t } = useTranslation('editions');
  const places = useQuery(useApi().sessions.places.queryOptions()).data ?? [];
  const here = places.filter((one) => foldText(one.place) === foldText(place));
  return (
    <SuggestField
      name={name}
      label={t('form.room')}
      placeholder={usual ?? t('form.roomExample')}
      suggestions={[...new Set(here.flatMap(({ rooms }) => rooms))]}
    />
  );
}

/** The room of the place that is being written in the same form. */
export function RoomOfPlaceField({ name, placeName }: { name: string; placeName: string }) {
  const place: unknown = useWatch({ name: placeName });
  return <RoomField name={name} place={typeof place === 'string' ? place : ''} />;
}
