import { blocksOf, blocksToAsk, soundsOf } from './people-blocks.ts';
import {
  type ComparedPerson,
  compareSurest,
  compareWith,
  type Likeness,
  type LikenessRules,
} from './person-likeness.ts';
import type { EditDistance } from './word-likeness.ts';

/** Someone who is or may be the one that was asked about. */
export interface FoundLike<Key> extends Likeness {
  readonly key: Key;
}

/** How common names, phones and dates are among some people. */
interface Commonness {
  readonly size: number;
  countSound(sound: string): number;
  countSharing(block: string): number;
}

/** People that can be found by what they share with another; it grows and shrinks with the register. */
export interface PeopleIndex<Key> extends Commonness {
  find(key: Key): ComparedPerson | undefined;
  /** Puts someone in, or in the place of what was known of them. */
  put(key: Key, person: ComparedPerson): void;
  remove(key: Key): void;
  /** Who is or may be the same human, the surest first, of those that `accepts` takes. */
  findLike(person: ComparedPerson, accepts?: (key: Key) => boolean): FoundLike<Key>[];
  /** Whoever was put in since this was last asked, and of whom something else may be said since names became commoner. */
  takeUnsettled(): Key[];
}

/** A date or phone that more people than this share is no evidence, and nobody is looked for by it. */
const mostSharing = 50;
/** A name that fewer bear says no more: a small register does not know what is rare. */
const fewestBearers = 8;
const smallestRegister = 4096;
/** In bits, for a small register; every doubling of it brings twice as many namesakes for each. */
const smallestThreshold = 16;

const nobody: Commonness = { size: 0, countSound: () => 0, countSharing: () => 0 };

interface Entry<Key> {
  readonly key: Key;
  readonly person: ComparedPerson;
  /** The question for which this one was looked at last. */
  question: number;
}

/**
 * An index in memory. How common a name is, is counted in doublings, so that one more person seldom changes what is
 * said of others. `beside`: others who count too, for a list that is held against a register.
 */
export function createPeopleIndex<Key>(
  editDistance: EditDistance,
  beside: Commonness = nobody,
): PeopleIndex<Key> {
  const entryByKey = new Map<Key, Entry<Key>>();
  const entriesByBlock = new Map<string, Entry<Key>[]>();
  const countBySound = new Map<string, number>();
  const unsettled = new Set<Key>();
  const shiftedSounds = new Set<string>();
  let settledSize = 0;
  let question = 0;

  const sharing = (block: string) => (entriesByBlock.get(block)?.length ?? 0) + beside.countSharing(block);
  const registerSize = () => Math.max(entryByKey.size + beside.size, smallestRegister);
  const rules: LikenessRules = {
    editDistance,
    get threshold() {
      return smallestThreshold + doublings(registerSize() / smallestRegister);
    },
    rarity: (sound) => {
      const bearers = (countBySound.get(sound) ?? 0) + beside.countSound(sound);
      return doublings(registerSize()) - doublings(Math.max(bearers, fewestBearers));
    },
    isCrowded: (kind, value) => sharing(`${kind} ${value}`) > mostSharing,
  };

  const count = (person: ComparedPerson, change: 1 | -1) => {
    for (const sound of soundsOf(person)) {
      const before = countBySound.get(sound) ?? 0;
      countBySound.set(sound, before + change);
      if (doublings(before) !== doublings(before + change)) shiftedSounds.add(sound);
    }
  };
  const remove = (key: Key) => {
    const entry = entryByKey.get(key);
    if (entry === undefined) return;
    entryByKey.delete(key);
    unsettled.delete(key);
    count(entry.person, -1);
    for (const block of blocksOf(entry.person)) {
      const entries = entriesByBlock.get(block) ?? [];
      entries.splice(entries.indexOf(entry), 1);
      if (entries.length === mostSharing) for (const other of entries) unsettled.add(other.key);
      if (entries.length === 0) entriesByBlock.delete(block);
    }
  };
  const put = (key: Key, person: ComparedPerson) => {
    remove(key);
    const entry: Entry<Key> = { key, person, question: 0 };
    entryByKey.set(key, entry);
    unsettled.add(key);
    count(person, 1);
    for (const block of blocksOf(person)) {
      const entries = entriesByBlock.get(block);
      if (entries === undefined) entriesByBlock.set(block, [entry]);
      else if (entries.push(entry) === mostSharing + 1) for (const other of entries) unsettled.add(other.key);
    }
  };

  const findLike = (person: ComparedPerson, accepts: (key: Key) => boolean = () => true) => {
    const found: FoundLike<Key>[] = [];
    const compare = compareWith(person, rules);
    question += 1;
    for (const block of blocksToAsk(person)) {
      const entries = entriesByBlock.get(block) ?? [];
      const isCrowd = entries.length > mostSharing && /^(phone|birthDate) /.test(block);
      if (isCrowd) continue;
      for (const entry of entries) {
        if (entry.question === question) continue;
        entry.question = question;
        if (!accepts(entry.key)) continue;
        const likeness = compare(entry.person);
        if (likeness !== null) found.push({ key: entry.key, ...likeness });
      }
    }
    return found.toSorted(compareSurest);
  };

  const takeUnsettled = () => {
    const isAnotherSize = doublings(settledSize) !== doublings(registerSize());
    if (isAnotherSize || shiftedSounds.size > 0) {
      for (const { key, person } of entryByKey.values()) {
        if (isAnotherSize || soundsOf(person).some((sound) => shiftedSounds.has(sound))) unsettled.add(key);
      }
    }
    settledSize = registerSize();
    shiftedSounds.clear();
    const taken = [...unsettled];
    unsettled.clear();
    return taken;
  };

  return {
    get size() {
      return entryByKey.size;
    },
    countSound: (sound) => countBySound.get(sound) ?? 0,
    countSharing: (block) => entriesByBlock.get(block)?.length ?? 0,
    find: (key) => entryByKey.get(key)?.person,
    put,
    remove,
    findLike,
    takeUnsettled,
  };
}

/** The whole number of doublings from 1. */
function doublings(count: number): number {
  return 31 - Math.clz32(Math.max(1, count));
}
