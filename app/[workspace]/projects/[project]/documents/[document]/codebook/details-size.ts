/** Whether the area below the codebook is open, and how high it is, in CSS pixels. */
export interface DetailsSize {
  readonly open: boolean;
  readonly height: number;
}

export const DETAILS_HEIGHT = { least: 96, most: 640, step: 24 } as const;

export function withinDetails(height: number): number {
  if (!Number.isFinite(height)) return DETAILS_HEIGHT.least;
  return Math.round(Math.max(DETAILS_HEIGHT.least, Math.min(height, DETAILS_HEIGHT.most)));
}
