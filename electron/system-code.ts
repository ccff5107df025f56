/** The system's own code of a failure: 'ENOSPC', 'EACCES', 'EBUSY'… What has none is a fault of ours. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
