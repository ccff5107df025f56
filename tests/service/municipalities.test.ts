import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { municipalitySchema } from '../../domain/office.ts';
import { findMunicipality, readMunicipalities } from '../../service/municipalities.ts';

const municipalities = readMunicipalities(fileURLToPath(new URL('../../resources', import.meta.url)));

describe('the catalogue of municipalities', () => {
  test('holds the 47 of Cochabamba in 16 provinces, each with its code', () => {
    expect(municipalitySchema.array().parse(municipalities)).toHaveLength(47);
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(47);
    expect(new Set(municipalities.map(({ province }) => province)).size).toBe(16);
    expect(findMunicipality(municipalities, '030904')).toEqual({
      code: '030904',
      name: 'Vinto',
      province: 'Quillacollo',
      department: 'Cochabamba',
    });
  });

  test.each([
    [' vinto ', '030904'],
    ['TAPACARI', '031101'],
    ['Entre Rios', '031206'],
    ['Toco', '030802'],
    ['Santibáñez', '030702'],
    ['villa rivero', '031402'],
  ])('finds %s whatever its case, accents and spelling', (name, code) => {
    expect(findMunicipality(municipalities, name)?.code).toBe(code);
  });

  test('finds each by its own name, so that no two are mistaken', () => {
    const codes = municipalities.map(({ name }) => findMunicipality(municipalities, name)?.code);
    expect(codes).toEqual(municipalities.map(({ code }) => code));
  });

  test.each(['', '039999', 'La Paz'])('finds none for %j', (text) => {
    expect(findMunicipality(municipalities, text)).toBeNull();
  });
});
