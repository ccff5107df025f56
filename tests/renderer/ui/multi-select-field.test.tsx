import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { z } from 'zod';
import { MultiSelectField } from '../../../renderer/ui/fields/multi-select-field.tsx';
import { Form } from '../../../renderer/ui/form.tsx';
import { renderInFrame } from './render-in-frame.tsx';

const ringOf = (element: Element | null) =>
  element !== null && getComputedStyle(element).outlineStyle !== 'none';

test('a field of several choices has one ring around all of it while it is typed in', async () => {
  const { screen } = await renderInFrame(
    <Form
      schema={z.object({ chosen: z.array(z.string()) })}
      defaultValues={{ chosen: ['qu'] }}
      onSubmit={async () => undefined}
    >
      {(field) => (
        <MultiSelectField
          {...field('chosen')}
          label="Idiomas"
          options={[
            { value: 'qu', label: 'Quechua' },
            { value: 'es', label: 'Castellano' },
          ]}
        />
      )}
    </Form>,
  );
  const typed = screen.getByRole('combobox', { name: 'Idiomas' });
  await expect.element(typed).toBeVisible();
  const around = typed.element().closest('.mantine-MultiSelect-input');
  expect([ringOf(typed.element()), ringOf(around)]).toEqual([false, false]);
  await userEvent.tab();
  await expect.element(typed).toHaveFocus();
  expect([ringOf(typed.element()), ringOf(around)]).toEqual([false, true]);
});
