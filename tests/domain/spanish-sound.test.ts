import { describe, expect, test } from 'vitest';
import { soundOf } from '../../domain/spanish-sound.ts';

/** A name, and other ways in which lists write it. */
const written = `
  Quispe Quishpe Kispe Quispi Qispe
  Choque Choqe Chuque Choke
  Huanca Wanka Guanca Huanka
  Condori Kondori Cunduri
  Mamani Mamany
  Colque Kolque Qolque Colqui
  Huarachi Guarachi Warachi
  Apaza Apasa
  Céspedes Sespedes Zespedes
  Zurita Surita
  Vargas Bargas
  Villarroel Billarroel Villaroel Viyarroel
  Núñez Nunes Nuñes Nuniez
  Peña Penia Pena
  Jiménez Ximenez Gimenez
  Gutiérrez Gutieres Gutierres
  Yapura Llapura
  Hinojosa Inojosa Hinojoza
  Flores Florez
  Ayaviri Ayabiri
  Campero Canpero
  Zambrana Sanbrana Zanbrana
  Jhonny Johnny Jonny
  Ximena Jimena
  Gerónimo Jerónimo
  Elizabeth Elisabet Elizabet
  Edith Edit
  Rosmery Rosmeri
  Yenny Llenny
  Sofía Sophia
  Mújica Mujika Muxica
  Cusicanqui Kusikanqui Cusicanki
  Poma Puma
  Sejas Sexas Cejas Zejas
  Orellana Oreyana Horellana
  Calle Caye Kalle
  Echeverría Hecheverria
  Guevara Guebara
  Callisaya Cayisaya
  Wilma Huilma
`;

const distinct = `
  Juan Juana
  Luis Luisa
  Mario María
  Julio Julia
  Carlos Carla
  Rosa Rosario
  Ana Anita
  Rojas Ríos
  Flores Torres
  Vargas Vega
  Mamani Maman
  Condori Condorcanqui
  Choque Chuquimia
  Quispe Quino
  Torrez Toro
  Soto Soliz
  Cruz Cortez
  Lidia Delia
  Silvia Sonia
  Martha Mirtha
`;

const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '));

describe('how a name sounds', () => {
  test.each(linesOf(written))('%s is heard the same however a list writes it', (name, ...others) => {
    expect(others.map(soundOf)).toEqual(others.map(() => soundOf(name ?? '')));
  });

  test.each(linesOf(distinct))('%s and %s are two names', (one = '', other = '') => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  test('is the same without accents, in capitals and with the apostrophes of Quechua', () => {
    expect(soundOf("K'ISPE")).toBe(soundOf('quispe'));
    expect(soundOf('MÁXIMA')).toBe(soundOf('maxima'));
    expect(soundOf('123')).toBe('');
  });
});
