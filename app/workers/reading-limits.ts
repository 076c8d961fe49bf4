/** For every job that opens a file of unknown origin, wherever it comes from. */
export const READING_LIMITS = { deadlineMs: 20_000, memoryMb: 512 } as const;
