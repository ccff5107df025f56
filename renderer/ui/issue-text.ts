import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Writes a schema's complaint for people: its own tag ('required', 'tooLong', 'people:issue.x') if there is a
 * text for it, else by the kind of issue, else that the value is not valid.
 */
export function useIssueText(): (issue: { message?: string | undefined; type?: unknown }) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    ({ message = '', type }) => {
      const keys = [message, `common:issue.${message}`, `common:issue.${String(type)}`];
      return t(keys.find((key) => key !== '' && i18n.exists(key)) ?? 'issue.invalid');
    },
    [t, i18n],
  );
}
