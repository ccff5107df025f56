import { describe, expect, test } from 'vitest';
import { paperSchema } from '../../../domain/office.ts';
import { emptyEnterprise } from '../../../domain/enterprise.ts';
import { checkStructure, readInfo, readPages, readTexts } from './pdf.ts';
import { formPerson, render, requestEnrolmentForm, requestEnrolmentList } from './requests.ts';

describe('the list of enrolments', () => {
  test('holds everyone with how they stand, under a head on each page', async () => {
    const request = requestEnrolmentList();
    const { pdf, pages } = await render(request);
    const texts = await readTexts(pdf);
    expect(pages).toBe(texts.length);
    for (const [index, text] of texts.entries()) {
      expect(text).toContain('Lista de inscripciones');
      expect(text).toContain('36 inscritas de 36 cupos, 2 en espera, 2 solicitudes');
      expect(text).toContain('Nº Apellidos Nombres C.I. Teléfono Estado');
      expect(text).toContain(`Página ${index + 1} de ${pages}`);
    }
    const whole = texts.join(' ');
    for (const { surnames, identityCard } of request.people) {
      expect(whole).toContain(surnames);
      expect(whole).toContain(identityCard ?? '');
    }
    expect(whole).toContain('En espera, lugar 2');
    expect(whole.match(/Inscrita/g)).toHaveLength(36);
    expect(whole.match(/Solicitud(?!es)/g)).toHaveLength(2);
  });

  test('shows only the columns asked for, lying where it is asked to lie', async () => {
    const request = requestEnrolmentList({
      orientation: 'landscape',
      columns: ['organisation', 'community'],
    });
    const { pdf } = await render(request);
    const [page] = await readPages(pdf);
    expect(page?.width).toBeGreaterThan(page?.height ?? 0);
    const [text] = await readTexts(pdf);
    expect(text).toContain('Nº Apellidos Nombres Organización Comunidad');
    expect(text).not.toContain('12336144');
  });
});

describe('the form of enrolment', () => {
  test.each(paperSchema.options)(
    'on %s is a page a person, what is known filled in and the rest to write in',
    async (paper) => {
      const { pdf, pages } = await render(requestEnrolmentForm({ paper }));
      expect(pages).toBe(3);
      const texts = await readTexts(pdf);
      expect(texts).toHaveLength(3);
      for (const text of texts) {
        for (const part of [
          'Ficha de inscripción',
          'Panadería y repostería artesanal',
          'Apellido paterno',
          'Comunidad o zona',
          'NIT, si tiene',
          'Autorizo a Gobierno Autónomo Municipal de Vinto',
          'Firma o huella',
          'Para la oficina',
        ]) {
          expect(text).toContain(part);
        }
      }
      for (const part of [
        'Vargas de la Fuente',
        'María de los Ángeles Guadalupe',
        '12336143-1A CB',
        '1/5/1990',
        'Otro: inglés',
        'Panadería Ñusta',
        '123456789',
      ]) {
        expect(texts[0]).toContain(part);
        expect(texts[1]).not.toContain(part);
      }
      expect(await checkStructure(pdf)).toBe('');
      expect((await readInfo(pdf))['Tagged']).toBe('yes');
    },
  );

  test('has a page each also where a name, an organisation and an enterprise are as long as they may be', async () => {
    const long = (letters: number) => 'Asociación Ñandú de Productoras '.repeat(20).slice(0, letters).trim();
    const person = {
      ...formPerson,
      paternalSurname: long(80),
      maternalSurname: long(80),
      marriedSurname: long(80),
      givenNames: long(120),
      community: long(120),
      organisation: long(160),
      languages: ['ay', 'bvl', 'cas', 'en', 'es', 'gn', 'pt', 'qu', 'trn', 'yuz'],
      enterprise: { ...emptyEnterprise, name: long(160), trade: long(80), registration: long(40) },
    };
    const { pages } = await render(
      requestEnrolmentForm({ people: [person], blankForms: 0, paper: 'letter' }),
    );
    expect(pages).toBe(1);
  });

  test('of two hundred people is one file', async () => {
    const people = Array.from({ length: 200 }, () => formPerson);
    expect((await render(requestEnrolmentForm({ people, blankForms: 0 }))).pages).toBe(200);
  });
});
