import { type AccreditationStatus, accreditationStatusSchema } from '../../domain/accreditation.ts';
import type { GenerationReach } from '../../domain/cascade-reach.ts';
import {
  type CascadeMember,
  type CascadeNode,
  countStatuses,
  groupLearners,
  growCascade,
  type LearnerGroup,
} from '../../domain/cascade-tree.ts';
import type { CascadeEdition, NamedCascade } from '../../domain/contract/trainers.ts';
import type { CascadeRequest } from '../../domain/documents.ts';
import type { EditionId } from '../../domain/ids.ts';
import { writeDate, writeNumber, writeShortDate } from './spanish-words.ts';

const letters: Record<AccreditationStatus, string> = {
  candidate: 'C',
  accredited: 'A',
  dueSoon: 'P',
  lapsed: 'V',
  suspended: 'S',
};

const statusWords: Record<AccreditationStatus, string> = {
  candidate: 'candidata/o',
  accredited: 'acreditada/o',
  dueSoon: 'por vencer',
  lapsed: 'vencida/o',
  suspended: 'suspendida/o',
};

/** A line of the drawing. */
export interface CascadeRow {
  /** For each line further left whether it goes on below; the last is the one this row hangs from. */
  guides: readonly boolean[];
  letter: string | null;
  name: string;
  isTrainer: boolean;
  /** Of a group: who they are. */
  people: string | null;
  edition: string;
  trained: string;
  reached: string;
}

/** What cascade.typ shows. */
export function describeCascade({ personName, printedOn, cascade, withNames }: CascadeRequest) {
  const rows = listRows(cascade, withNames);
  const roots = cascade.people.filter(({ generation }) => generation === 0).length;
  return {
    title: personName === null ? 'Cascada de la oficina' : `Cascada de ${personName}`,
    facts: [
      ['Personas formadas', writeCount(cascade.people.length - roots)],
      ['Generaciones', String(cascade.reach.length)],
      ['Al', writeDate(printedOn)],
    ],
    reach: cascade.reach.map(describeReach),
    lineage: describeLineage(cascade),
    legend: accreditationStatusSchema.options.map((status) => ({
      letter: letters[status],
      word: statusWords[status],
    })),
    depth: Math.max(0, ...rows.map(({ guides }) => guides.length)),
    rows,
  };
}

function describeReach(reach: GenerationReach) {
  return [
    `${reach.generation}.ª`,
    ...[reach.people, reach.trainers, reach.editions, reach.participations, reach.hours].map(writeCount),
    ...[reach.womenShare, reach.youthShare].map(writeShare),
  ];
}

/** '1.234,5'. */
function writeCount(count: number): string {
  const [whole = '', part] = writeNumber(count).split(',');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return part === undefined ? grouped : `${grouped},${part}`;
}

function writeShare(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

/** From who taught the person up to the first: 'Jaldín Soliz, Benita formó a Peña Muñoz, Hilda en CAP-2026-01'. */
function describeLineage({ people, lineage, editions }: NamedCascade): string[] {
  const nameById = new Map([...people, ...lineage.people].map(({ personId, name }) => [personId, name]));
  const writeEdition = createEditionWriter(editions);
  return lineage.links.map(
    ({ trainerId, learnerId, editionId }) =>
      `${nameById.get(trainerId) ?? ''} formó a ${nameById.get(learnerId) ?? ''} en ${writeEdition(editionId)}`,
  );
}

function createEditionWriter(editions: readonly CascadeEdition[]) {
  const editionById = new Map(editions.map((edition) => [edition.id, edition]));
  return (id: EditionId | null): string => {
    const edition = id === null ? undefined : editionById.get(id);
    return edition === undefined ? '' : `${edition.code}, ${writeShortDate(edition.endsOn)}`;
  };
}

function listRows({ people, editions }: NamedCascade, withNames: boolean): CascadeRow[] {
  const writeEdition = createEditionWriter(editions);
  const rows: CascadeRow[] = [];
  const addNode = ({ item, ...node }: CascadeNode, guides: readonly boolean[]) => {
    rows.push({ ...describeMember(item), guides, edition: writeEdition(item.editionId) });
    const { trainers, groups } = groupLearners({ item, ...node });
    const last = trainers.length + groups.length - 1;
    for (const [index, trainer] of trainers.entries()) addNode(trainer, [...guides, index < last]);
    for (const [index, group] of groups.entries()) {
      const isOpen = trainers.length + index < last;
      const described = describeGroup(group, withNames);
      rows.push({ ...described, guides: [...guides, isOpen], edition: writeEdition(group.editionId) });
    }
  };
  for (const root of growCascade(people)) addNode(root, []);
  return rows;
}

function describeMember({ name, state, trained, reached }: CascadeMember) {
  return {
    letter: state === null ? null : letters[state.status],
    name,
    isTrainer: true,
    people: null,
    trained: trained === 0 ? '' : writeCount(trained),
    reached: reached === 0 ? '' : writeCount(reached),
  };
}

function describeGroup(group: LearnerGroup, withNames: boolean) {
  const { members } = group;
  const count = members.length === 1 ? '1 persona' : `${writeCount(members.length)} personas`;
  const standing = countStatuses(group).map(({ status, count: some }) => `${letters[status]} ${some}`);
  const names = members.map(({ name, state }) =>
    state === null ? name : `${name} (${letters[state.status]})`,
  );
  return {
    letter: null,
    name: standing.length === 0 ? count : `${count} (${standing.join(' · ')})`,
    isTrainer: false,
    people: withNames ? names.join('; ') : null,
    trained: '',
    reached: '',
  };
}
