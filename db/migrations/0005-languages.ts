/** The languages somebody speaks: codes with blanks between them, 'es qu'; null where nothing is known. */
export const personLanguages = { version: 5, sql: 'ALTER TABLE person ADD COLUMN languages TEXT;' };
