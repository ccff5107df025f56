import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { z } from 'zod';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { optionalText, requiredText } from '../../../domain/field.ts';
import { DateField } from '../../../renderer/ui/fields/date-field.tsx';
import { TextareaField, TextField } from '../../../renderer/ui/fields/text-field.tsx';
import { FormActions } from '../../../renderer/ui/form-actions.tsx';
import { Form } from '../../../renderer/ui/form.tsx';
import { renderInFrame } from './render-in-frame.tsx';

const schema = z.object({
  name: requiredText(10),
  birthDate: calendarDateSchema.nullable(),
  note: optionalText(50),
});

async function renderForm(onSubmit: (values: z.infer<typeof schema>) => Promise<unknown>, draftKey?: string) {
  return renderInFrame(
    <Form
      schema={schema}
      defaultValues={{ name: '', birthDate: null, note: null }}
      onSubmit={onSubmit}
      {...(draftKey === undefined ? {} : { draftKey })}
    >
      {(field) => (
        <>
          <TextField {...field('name')} label="Nombre" />
          <DateField {...field('birthDate')} label="Nacimiento" past />
          <TextareaField {...field('note')} label="Nota" />
          <FormActions submitLabel="Guardar" />
        </>
      )}
    </Form>,
  );
}

const saveNothing = () => Promise.resolve();

afterEach(() => sessionStorage.clear());

describe('a form', () => {
  test('says at each field, in the language on screen, what is wrong, and saves nothing', async () => {
    const saved: unknown[] = [];
    const { screen } = await renderForm(async (values) => saved.push(values));
    await screen.getByLabelText('Nacimiento').fill('31/02/1990');
    await screen.getByRole('button', { name: 'Guardar' }).click();
    await expect.element(screen.getByText('Falta este dato')).toBeVisible();
    await expect.element(screen.getByText('No se entiende la fecha. Escríbala así: 5/11/2026')).toBeVisible();
    await expect.element(screen.getByLabelText('Nombre')).toHaveFocus();
    expect(saved).toEqual([]);
  });

  test('saves what the schema makes of it: trimmed, dates as dates, empty as null', async () => {
    const saved: unknown[] = [];
    const { screen } = await renderForm(async (values) => saved.push(values));
    await screen.getByLabelText('Nacimiento').fill('5-11-90');
    await screen.getByLabelText('Nota').fill('algo');
    await screen.getByLabelText('Nota').fill('');
    await screen.getByLabelText('Nombre').fill(' Ana ');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => saved).toEqual([{ name: 'Ana', birthDate: '1990-11-05', note: null }]);
  });

  test('is saved by Ctrl+Enter from a text of several lines', async () => {
    const saved: unknown[] = [];
    const { screen } = await renderForm(async (values) => saved.push(values.note));
    await screen.getByLabelText('Nombre').fill('Ana');
    await screen.getByLabelText('Nota').fill('una nota');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => saved).toEqual(['una nota']);
  });

  test('shows why the service refused, and keeps what was typed', async () => {
    const { screen } = await renderForm(() => Promise.reject(new Error('broken')));
    await screen.getByLabelText('Nombre').fill('Ana');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent(
        'Algo falló y no se hizo nada. Vuelva a intentarlo; si se repite, cierre y abra Yachay.',
      );
    await expect.element(screen.getByLabelText('Nombre')).toHaveValue('Ana');
  });

  test('asks before it is left with changes, and stays if told so', async () => {
    const { screen, history } = await renderForm(saveNothing);
    await screen.getByLabelText('Nombre').fill('Ana');
    history.push('/otra');
    await screen.getByRole('dialog').getByRole('button', { name: 'Cancelar' }).click();
    await expect.element(screen.getByLabelText('Nombre')).toHaveValue('Ana');
    history.push('/otra');
    await screen.getByRole('button', { name: 'Salir sin guardar' }).click();
    await expect.element(screen.getByText('otra página')).toBeVisible();
  });

  test('with a draft brings back what was typed after leaving, until it is discarded', async () => {
    const first = await renderForm(saveNothing, 'person');
    await first.screen.getByLabelText('Nombre').fill('Ana');
    await first.screen.unmount();
    const second = await renderForm(saveNothing, 'person');
    await expect.element(second.screen.getByLabelText('Nombre')).toHaveValue('Ana');
    await second.screen.getByRole('button', { name: 'Descartar' }).click();
    await expect.element(second.screen.getByLabelText('Nombre')).toHaveValue('');
  });

  test('forgets its draft once saved', async () => {
    const { screen } = await renderForm(saveNothing, 'person');
    await screen.getByLabelText('Nombre').fill('Ana');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => sessionStorage.length).toBe(0);
  });
});
