import { ActionIcon, Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './cascade.module.css';

interface DrawingToolsProps {
  onLarger(): void;
  onSmaller(): void;
  onFit(): void;
}

/** Larger, smaller, all of it. */
export function DrawingTools({ onLarger, onSmaller, onFit }: DrawingToolsProps) {
  const { t } = useTranslation('trainers');
  return (
    <div className={classes['tools']} role="group" aria-label={t('drawing.size')}>
      <ActionIcon variant="default" size={34} aria-label={t('drawing.larger')} onClick={onLarger}>
        <IconPlus size={17} stroke={1.75} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" size={34} aria-label={t('drawing.smaller')} onClick={onSmaller}>
        <IconMinus size={17} stroke={1.75} aria-hidden />
      </ActionIcon>
      <Button onClick={onFit}>{t('drawing.fit')}</Button>
    </div>
  );
}
