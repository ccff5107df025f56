import { foldText } from './text.ts';
import type { NameOrder } from './person-name.ts';

/** Given names that are common in Bolivia and are no surnames there: they tell in which order a column has names. */
const commonGivenNames = new Set(
  `adela adolfo adrian agustina alberto alejandra alejandro alicia alvaro ana andrea angel angela antonia antonio beatriz
  benita benito bernardo bertha brenda carla carlos carmen carolina catalina cecilia claudia cristian cristina damian
  daniel daniela david delia diana diego dionicia doris edgar edith edson eduardo edwin efrain elena elizabeth elsa elva
  emiliana emma erika ernesto esteban eugenia eulogia eva evelin fabiola favio felicidad felipa felix fernando filomena
  florencia francisca francisco freddy gabriel gabriela genoveva german gladys gloria gonzalo graciela gregoria grover
  guadalupe gualberto guillermo gustavo hector henry hilaria hilda hugo ines irene irma isabel ismael israel ivan jaime
  jacqueline javier jesus jhonny jorge jose josefa juan juana juana judith julia julian juliana julio justina karen karina
  laura leidy leonardo leonor lidia lidia lizeth lourdes lucia lucio luis luisa luz magda mabel marcela marcelo marcos
  margarita maria mariela mario marisol marlene marta martha martin maruja maura maxima mery micaela miguel miriam modesta
  monica nancy natalia nelida nelly nestor nicolas nicolasa nilda noemi norah norma olga omar oscar pablo pamela patricia
  paola paulina pedro petrona primitiva rafael ramiro raquel raul remedios rene reyna ricardo rita roberto rocio rodrigo
  rolando rosa rosario rosmery roxana ruben rufina ruth sandra santiago santusa sara segundina severina silvia simon sofia
  sonia susana teodora teofilo teresa tomasa ursula valentina vanessa veronica vicenta victor victoria vilma vladimir
  walter wendy wilfredo wilma wilson ximena yolanda zenobia zenon zulma`.split(/\s+/),
);

/** Whether a word is a common given name. */
export function isCommonGivenName(word: string): boolean {
  return commonGivenNames.has(foldText(word));
}

/**
 * In which order a column has whole names, by where the common given names stand; null where they do not tell
 * (fewer than three that do, or fewer than four of five that agree).
 */
export function findNameOrder(names: readonly string[]): NameOrder | null {
  const votes = { surnamesFirst: 0, givenNamesFirst: 0 };
  for (const name of names) {
    const words = foldText(name).split(/[ ,]+/);
    const first = isCommonGivenName(words[0] ?? '');
    const last = isCommonGivenName(words.at(-1) ?? '');
    if (first !== last) votes[first ? 'givenNamesFirst' : 'surnamesFirst'] += 1;
  }
  const winner = votes.surnamesFirst > votes.givenNamesFirst ? 'surnamesFirst' : 'givenNamesFirst';
  const total = votes.surnamesFirst + votes.givenNamesFirst;
  return votes[winner] >= 3 && votes[winner] >= total * 0.8 ? winner : null;
}
