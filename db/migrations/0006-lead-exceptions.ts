/** Why a coordinator let somebody lead an edition who is not accredited for its course; null: no word was needed. */
export const leadExceptions = {
  version: 6,
  sql: 'ALTER TABLE trainer_assignment ADD COLUMN exception_reason TEXT;',
};
