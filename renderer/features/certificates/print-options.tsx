import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PaperChoice, usePaper } from '../../lib/use-paper.ts';
import { Segments } from '../../ui/segments.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';

export interface PrintOptions extends PaperChoice {
  /** False: only the data, for paper that has frame and arms already. */
  background: boolean;
  setBackground(background: boolean): void;
}

/** How certificates come out of the printer; begins with the office's paper. */
export function usePrintOptions(): PrintOptions {
  const paper = usePaper();
  const [background, setBackground] = useState(true);
  return { ...paper, background, setBackground };
}

export function PrintOptionsBar({ options }: { options: PrintOptions }) {
  const { t } = useTranslation('certificates');
  return (
    <Toolbar>
      <Segments
        label={t('documents:paper.label')}
        options={options.options}
        value={options.paper}
        onChange={options.setPaper}
      />
      <Checkbox
        label={t('withoutBackground')}
        checked={!options.background}
        onChange={(event) => options.setBackground(!event.currentTarget.checked)}
      />
    </Toolbar>
  );
}
