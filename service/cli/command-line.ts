import { parseArgs, type ParseArgsConfig } from 'node:util';

export const usage = `yachay [--data DIR] [--json] [--user NOMBRE] COMMAND

  init --office NAME --municipality CODE --user NAME
                                     crea la oficina y su primera persona usuaria
  demo [--seed N]                    crea una oficina con datos inventados
  editions                           las ediciones, con su estado y sus cupos
  import FILE [--edition CODE] [--commit]
                                     lee una lista; con --commit la guarda
  sheet --edition CODE --out FILE.pdf
                                     la planilla de asistencia para firmar
  certificates issue --edition CODE --out FILE.pdf
                                     emite los certificados y los deja en un PDF
  people search TEXT                 busca personas por nombre, carnet o teléfono
  people duplicates                  las personas que quizás están dos veces, con la evidencia
  trainers status [--course CODE]    quién puede enseñar qué, y qué le falta
  cascade --person ID [--up]         a quién formó una persona, generación por generación;
                                     con --up, quién la formó a ella, y así hacia arriba
  verify TEXT                        comprueba el texto de un QR o un folio
  packet export --out FILE [--for EQUIPO] [--passphrase-stdin]
                                     lo que les falta a los otros equipos, o a uno
  packet import FILE [--known-only] [--passphrase-stdin]
                                     recibe lo de otro equipo
  digest                             un código, igual en los equipos que tienen lo mismo
  history TABLE KEY                  lo que se cambió en una fila, lo último primero
  backup --out FILE [--passphrase-stdin]
                                     guarda un respaldo comprobado; con contraseña,
                                     cifrado en el formato de age
  restore FILE [--passphrase-stdin] [--commit]
                                     dice qué tiene un respaldo y qué cambiaría;
                                     con --commit lo restaura
  check                              comprueba la base de datos
  help                               esta ayuda

  --data DIR    la carpeta de datos (por omisión, la de este usuario)
  --json        la respuesta como un solo valor JSON
  --user NOMBRE quién trabaja (por omisión, la primera persona coordinadora);
                si tiene contraseña, se toma de YACHAY_PASSWORD`;

/** What was typed is no command of this program. */
export class UsageError extends Error {}

interface Common {
  data: string | undefined;
  json: boolean;
  user: string | undefined;
}

export type CommandLine = Common &
  (
    | { command: 'help' | 'editions' | 'people duplicates' | 'digest' | 'check' }
    | { command: 'init'; office: string; municipality: string }
    | { command: 'demo'; seed: number }
    | { command: 'import'; file: string; edition: string | undefined; commit: boolean }
    | { command: 'sheet' | 'certificates issue'; edition: string; out: string }
    | { command: 'verify' | 'people search'; text: string }
    | { command: 'trainers status'; course: string | undefined }
    | { command: 'cascade'; person: string; up: boolean }
    | { command: 'packet export'; out: string; for: string | undefined; readsPassphrase: boolean }
    | { command: 'packet import'; file: string; knownOnly: boolean; readsPassphrase: boolean }
    | { command: 'backup'; out: string; readsPassphrase: boolean }
    | { command: 'restore'; file: string; readsPassphrase: boolean; commit: boolean }
    | { command: 'history'; table: string; key: string }
  );

const options = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  user: { type: 'string' },
  office: { type: 'string' },
  municipality: { type: 'string' },
  seed: { type: 'string' },
  edition: { type: 'string' },
  course: { type: 'string' },
  person: { type: 'string' },
  commit: { type: 'boolean' },
  out: { type: 'string' },
  for: { type: 'string' },
  'known-only': { type: 'boolean' },
  up: { type: 'boolean' },
  'passphrase-stdin': { type: 'boolean' },
  help: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

type Option = keyof typeof options;

/** The options each command takes beside --data, --json and --user, and how many words follow its name. */
const shapes: Record<CommandLine['command'], { options: readonly Option[]; words: number }> = {
  help: { options: [], words: 0 },
  init: { options: ['office', 'municipality'], words: 0 },
  demo: { options: ['seed'], words: 0 },
  editions: { options: [], words: 0 },
  import: { options: ['edition', 'commit'], words: 1 },
  sheet: { options: ['edition', 'out'], words: 0 },
  'certificates issue': { options: ['edition', 'out'], words: 0 },
  verify: { options: [], words: 1 },
  'people search': { options: [], words: 1 },
  'people duplicates': { options: [], words: 0 },
  'trainers status': { options: ['course'], words: 0 },
  cascade: { options: ['person', 'up'], words: 0 },
  'packet export': { options: ['out', 'for', 'passphrase-stdin'], words: 0 },
  'packet import': { options: ['known-only', 'passphrase-stdin'], words: 1 },
  digest: { options: [], words: 0 },
  backup: { options: ['out', 'passphrase-stdin'], words: 0 },
  restore: { options: ['passphrase-stdin', 'commit'], words: 1 },
  check: { options: [], words: 0 },
  history: { options: [], words: 2 },
};

/** Reads the words after the program's name. Throws UsageError where they make no command. */
export function parseCommandLine(words: string[]): CommandLine {
  const { values, positionals } = parse(words);
  const { command, rest } = splitCommand(values.help === true ? ['help'] : positionals);
  const shape = shapes[command];
  if (rest.length !== shape.words)
    throw new UsageError(`${command}: se esperaba ${shape.words} argumento(s)`);
  refuseForeignOptions(values, command);
  const required = (option: 'office' | 'municipality' | 'edition' | 'out' | 'user' | 'person'): string => {
    const value = values[option];
    if (value === undefined || value.trim() === '') throw new UsageError(`${command}: falta --${option}`);
    return value;
  };
  const [word = '', secondWord = ''] = rest;
  const readsPassphrase = values['passphrase-stdin'] === true;
  const common = { data: values.data, json: values.json === true, user: values.user };
  switch (command) {
    case 'help':
    case 'editions':
    case 'people duplicates':
    case 'digest':
    case 'check':
      return { ...common, command };
    case 'init':
      return {
        ...common,
        command,
        user: required('user'),
        office: required('office'),
        municipality: required('municipality'),
      };
    case 'demo':
      return { ...common, command, seed: readSeed(values.seed) };
    case 'import':
      return { ...common, command, file: word, edition: values.edition, commit: values.commit === true };
    case 'sheet':
    case 'certificates issue':
      return { ...common, command, edition: required('edition'), out: required('out') };
    case 'verify':
    case 'people search':
      return { ...common, command, text: word };
    case 'trainers status':
      return { ...common, command, course: values.course };
    case 'cascade':
      return { ...common, command, person: required('person'), up: values.up === true };
    case 'packet export':
      return { ...common, command, out: required('out'), for: values.for, readsPassphrase };
    case 'packet import':
      return { ...common, command, file: word, knownOnly: values['known-only'] === true, readsPassphrase };
    case 'backup':
      return { ...common, command, out: required('out'), readsPassphrase };
    case 'restore':
      return { ...common, command, file: word, readsPassphrase, commit: values.commit === true };
    case 'history':
      return { ...common, command, table: word, key: secondWord };
  }
}

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function splitCommand(positionals: string[]): { command: CommandLine['command']; rest: string[] } {
  const [first = '', second = '', ...others] = positionals;
  if (first === '') throw new UsageError('Falta el comando.');
  if (isCommand(`${first} ${second}`))
    return { command: `${first} ${second}` as CommandLine['command'], rest: others };
  if (isCommand(first)) return { command: first as CommandLine['command'], rest: positionals.slice(1) };
  throw new UsageError(`No hay un comando «${first}».`);
}

function isCommand(text: string): boolean {
  return Object.hasOwn(shapes, text);
}

function refuseForeignOptions(
  values: Partial<Record<Option, unknown>>,
  command: CommandLine['command'],
): void {
  const allowed = new Set<string>(['data', 'json', 'user', 'help', ...shapes[command].options]);
  const foreign = Object.keys(values).find((option) => !allowed.has(option));
  if (foreign !== undefined) throw new UsageError(`${command}: no lleva --${foreign}`);
}

function readSeed(text: string | undefined): number {
  const seed = Number(text ?? 1);
  if (!Number.isSafeInteger(seed)) throw new UsageError(`demo: --seed es un número entero, no «${text}»`);
  return seed;
}
