import type { EditionNamed } from '../../../domain/conflict.ts';
import { TextLink } from '../../ui/text-link.tsx';

/** An edition by its course and code, leading to it. */
export function EditionLink({ edition }: { edition: EditionNamed }) {
  return (
    <TextLink to="/ediciones/$editionId" params={{ editionId: edition.editionId }}>
      {`${edition.courseTitle} (${edition.editionCode})`}
    </TextLink>
  );
}
