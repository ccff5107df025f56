import type { CascadeMember, LearnerGroup } from '../../../../domain/cascade-tree.ts';
import type { CascadeLineage } from '../../../../domain/contract/trainers.ts';

export interface Size {
  width: number;
  height: number;
  /** Of the writing: the further somebody's training reached, the larger. */
  scale: number;
}

interface Placed extends Size {
  id: string;
  /** The left upper corner, in points of the drawing. */
  x: number;
  y: number;
  /** 0: the roots; below zero: who leads up to them. */
  generation: number;
  /** The next box on the way to the root; null: it is one. */
  inwardId: string | null;
}

/** What is drawn of somebody, of a group (folded, or the frame around its people), or of one who is in it. */
export type CascadeBox = Placed &
  (
    | { kind: 'person'; item: CascadeMember; isExpanded: boolean | null }
    | { kind: 'group'; group: LearnerGroup; isExpanded: boolean }
    | { kind: 'member'; item: CascadeMember }
    | { kind: 'ancestor'; item: CascadeLineage['people'][number] }
  );

/** Who taught: from the lower edge of a box to the upper edge, or to the left one, of another. */
export interface CascadeLink {
  from: CascadeBox;
  to: CascadeBox;
  side: 'top' | 'left';
  /** At what height the line goes across. */
  lane: number;
}

/** The stripe that a generation stands in. */
export interface CascadeBand {
  generation: number;
  top: number;
  bottom: number;
}

export interface CascadeLayout {
  boxes: readonly CascadeBox[];
  links: readonly CascadeLink[];
  bands: readonly CascadeBand[];
  left: number;
  top: number;
  width: number;
  height: number;
}
