/** The room of an edition, and of a session that meets in another one; NULL: that of the edition. */
export const rooms = {
  version: 13,
  sql: `
  ALTER TABLE edition ADD COLUMN room TEXT;
  ALTER TABLE session ADD COLUMN room TEXT;`,
};
