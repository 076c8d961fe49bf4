export const markShapes = ["circle", "square", "triangle", "diamond", "cross"] as const;
export type MarkShape = (typeof markShapes)[number];

/** The outline of a mark; all have about the same area. */
export function markPath(shape: MarkShape, x: number, y: number, radius = 4.5): string {
  const at = (dx: number, dy: number) => `${round(x + dx * radius)} ${round(y + dy * radius)}`;
  switch (shape) {
    case "circle":
      return `M${at(-1, 0)}A${radius} ${radius} 0 1 1 ${at(1, 0)}A${radius} ${radius} 0 1 1 ${at(-1, 0)}Z`;
    case "square":
      return `M${at(-0.89, -0.89)}L${at(0.89, -0.89)}L${at(0.89, 0.89)}L${at(-0.89, 0.89)}Z`;
    case "triangle":
      return `M${at(0, -1.2)}L${at(1.15, 0.85)}L${at(-1.15, 0.85)}Z`;
    case "diamond":
      return `M${at(0, -1.3)}L${at(1.3, 0)}L${at(0, 1.3)}L${at(-1.3, 0)}Z`;
    case "cross":
      return `M${at(-0.9, -0.9)}L${at(0.9, 0.9)}M${at(-0.9, 0.9)}L${at(0.9, -0.9)}`;
  }
}

export interface ChartMarkProps {
  shape: MarkShape;
  x: number;
  y: number;
  radius?: number;
  className?: string;
}

export function ChartMark({ shape, x, y, radius, className }: ChartMarkProps) {
  return <path d={markPath(shape, x, y, radius)} className={className} />;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
