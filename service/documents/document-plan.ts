import type { DocumentRequest } from '../../domain/documents.ts';
import type { Refusal } from '../../domain/refusal.ts';

/** What a document will be made of, and what to call its file. */
export interface DocumentPlan {
  request: DocumentRequest;
  fileName: string;
}

export type PlanRefusal = Refusal<'NOT_FOUND' | 'NOTHING_TO_PRINT'>;
